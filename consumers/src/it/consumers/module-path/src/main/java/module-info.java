module consumer {
    requires org.parasift.classify;
    requires org.parasift.core;
    requires org.parasift.features;
}
