package org.parasift.train.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart with two axes, drawn as SVG in units of its own that the page scales to its width. Colours come from the style
 * sheet by class, so that they follow dark mode and paper. Labels that would cover each other are moved apart.
 */
final class Plot {
    static final int WIDTH = 360;
    static final int HEIGHT = 270;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;
    private static final int LINE = 12;

    private final StringBuilder svg = new StringBuilder();
    private final List<double[]> taken = new ArrayList<>();
    private final Axis x;
    private final Axis y;

    /**
     * An axis.
     *
     * @param title below or beside it
     * @param low value at its beginning
     * @param high value at its end
     * @param ticks values that are written
     * @param labels what is written there
     */
    record Axis(String title, double low, double high, List<Double> ticks, List<String> labels) {
        Axis {
            ticks = List.copyOf(ticks);
            labels = List.copyOf(labels);
        }

        /** From 0 to 1, a tick at every fifth. */
        static Axis share(String title) {
            return new Axis(
                    title, 0, 1, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), List.of("0", "0.2", "0.4", "0.6", "0.8", "1"));
        }
    }

    Plot(String description, Axis x, Axis y) {
        this.x = x;
        this.y = y;
        svg.append(String.format(
                        Locale.ROOT,
                        "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                        WIDTH,
                        HEIGHT,
                        Html.escape(description))
                .replace("\r\n", "\n"));
        axes();
    }

    private void axes() {
        int bottom = HEIGHT - BOTTOM;
        for (int i = 0; i < y.ticks.size(); i++) {
            double at = y(y.ticks.get(i));
            element("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, at, WIDTH - RIGHT);
            text(LEFT - 5, at + 4, "end", "tick", y.labels.get(i));
        }
        for (int i = 0; i < x.ticks.size(); i++) {
            double at = x(x.ticks.get(i));
            element("<path class=\"axis\" d=\"M%.1f %dv4\"/>", at, bottom);
            text(at, bottom + 16, "middle", "tick", x.labels.get(i));
        }
        element("<path class=\"axis\" d=\"M%d %dV%dH%d\"/>", LEFT, TOP, bottom, WIDTH - RIGHT);
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 5, "middle", "title", x.title);
        element(
                "<text class=\"title\" text-anchor=\"middle\" transform=\"translate(11 %d) rotate(-90)\">%s</text>",
                (TOP + bottom) / 2, Html.escape(y.title));
    }

    /** A line through points. */
    Plot line(String style, List<double[]> points) {
        if (!points.isEmpty()) {
            element("<path class=\"%s\" d=\"%s\"/>", style, path(points));
        }
        return this;
    }

    /** A filled shape; its border is closed. */
    Plot area(String style, List<double[]> points) {
        if (!points.isEmpty()) {
            element("<path class=\"%s\" d=\"%sZ\"/>", style, path(points));
        }
        return this;
    }

    /** An upright bar between two values of either axis. */
    Plot bar(String style, double fromX, double toX, double fromY, double toY) {
        element(
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                style, x(fromX), y(toY), x(toX) - x(fromX), y(fromY) - y(toY));
        return this;
    }

    /** A whisker from one value to another. */
    Plot whisker(String style, double atX, double low, double high) {
        element(
                "<path class=\"%s\" d=\"M%.1f %.1fV%.1fm-3 0h6M%.1f %.1fh6\"/>",
                style, x(atX), y(low), y(high), x(atX) - 3, y(low));
        return this;
    }

    /** A dot. */
    Plot dot(String style, double atX, double atY, double radius) {
        element("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", style, x(atX), y(atY), radius);
        return this;
    }

    /** A dot and its name beside it, where there is room; a thin line leads to a name that had to move. */
    Plot named(String style, double atX, double atY, String name) {
        double width = 6.0 * name.length();
        double lowest = HEIGHT - BOTTOM - 5;
        double level = Math.max(TOP + LINE, Math.min(lowest, y(atY) + 4));
        boolean left = x(atX) + 9 + width > WIDTH - RIGHT;
        double start = left ? x(atX) - 9 - width : x(atX) + 9;
        double line = level;
        for (int step = 1; step < 40 && covered(start, line, width, lowest); step++) {
            // half a line below, half above, one below … until nothing is covered
            line = level + (step % 2 == 1 ? 1 : -1) * ((step + 1) / 2) * LINE / 2.0;
        }
        taken.add(new double[] {start, line, width});
        if (Math.abs(line - level) > LINE / 2.0) {
            double end = left ? start + width + 1 : start - 1;
            element("<path class=\"lead-line\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x(atX), y(atY), end, line - 4);
        }
        dot(style, atX, atY, 4.5);
        text(left ? start + width : start, line, left ? "end" : "start", "name " + style, name);
        return this;
    }

    private boolean covered(double start, double line, double width, double lowest) {
        return line < TOP + LINE
                || line > lowest
                || taken.stream()
                        .anyMatch(other -> Math.abs(other[1] - line) < LINE
                                && start < other[0] + other[2]
                                && other[0] < start + width);
    }

    /** The chart as markup. */
    String svg() {
        return svg + "</svg>";
    }

    private String path(List<double[]> points) {
        StringBuilder path = new StringBuilder();
        String last = "";
        for (double[] point : points) {
            String here = String.format(Locale.ROOT, "%.1f %.1f", x(point[0]), y(point[1]));
            if (!here.equals(last)) {
                path.append(path.length() == 0 ? 'M' : 'L').append(here);
                last = here;
            }
        }
        return path.toString();
    }

    private void text(double atX, double atY, String anchor, String style, String text) {
        element(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                style, atX, atY, anchor, Html.escape(text));
    }

    private void element(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private double x(double value) {
        return LEFT + (value - x.low) / (x.high - x.low) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        double share = (value - y.low) / (y.high - y.low);
        return HEIGHT - BOTTOM - Math.max(0, Math.min(1, share)) * (HEIGHT - TOP - BOTTOM);
    }
}
