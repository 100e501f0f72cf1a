package org.parasift.classify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The section {@code CALI}. */
final class CalibrationSection {
    private static final int NONE = 0;
    private static final int PLATT = 1;
    private static final int ISOTONIC = 2;
    private static final int PER_LABEL = 3;

    private CalibrationSection() {}

    static void write(Calibration calibration, ModelWriter to) throws IOException {
        if (calibration instanceof Calibration.PerLabel perLabel) {
            to.writeByte(PER_LABEL);
            to.writeInt(perLabel.curves().size());
            for (Calibration.Curve curve : perLabel.curves()) {
                write(curve, to);
            }
        } else if (calibration instanceof Calibration.Platt platt) {
            to.writeByte(PLATT);
            to.writeDouble(platt.slope());
            to.writeDouble(platt.intercept());
        } else if (calibration instanceof Calibration.Isotonic isotonic) {
            to.writeByte(ISOTONIC);
            to.writeInt(isotonic.from().size());
            for (int i = 0; i < isotonic.from().size(); i++) {
                to.writeDouble(isotonic.from().get(i));
                to.writeDouble(isotonic.to().get(i));
            }
        } else {
            to.writeByte(NONE);
        }
    }

    static Calibration read(ModelBytes from) {
        int kind = from.readChoice(PER_LABEL + 1, "calibration");
        if (kind != PER_LABEL) {
            return curve(kind, from);
        }
        List<Calibration.Curve> curves = new ArrayList<>();
        for (int left = from.readCount(1, "curves"); left > 0; left--) {
            curves.add(curve(from.readChoice(PER_LABEL, "curve"), from));
        }
        return new Calibration.PerLabel(curves);
    }

    private static Calibration.Curve curve(int kind, ModelBytes from) {
        return switch (kind) {
            case NONE -> Calibration.NONE;
            case PLATT -> new Calibration.Platt(from.readDouble("slope"), from.readDouble("intercept"));
            default -> {
                List<Double> before = new ArrayList<>();
                List<Double> after = new ArrayList<>();
                for (int points = from.readCount(16, "points"); points > 0; points--) {
                    before.add(from.readDouble("point"));
                    after.add(from.readDouble("point"));
                }
                yield new Calibration.Isotonic(before, after);
            }
        };
    }
}
