module consumer {
    requires org.parasift.core;
}
