package org.parasift.cli.report;

import java.util.Locale;

/** A square plot with axes from 0 to 1, as inline SVG; colours come from the page's style by class. */
final class Plot {
    private static final int LEFT = 44;
    private static final int TOP = 14;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 220;

    private final StringBuilder svg = new StringBuilder();

    Plot(String title, String xAxis, String yAxis, String yTop) {
        svg.append("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 ")
                .append(LEFT + WIDTH + 16)
                .append(' ')
                .append(TOP + HEIGHT + 42)
                .append("\"><title>")
                .append(Html.escape(title))
                .append("</title>");
        for (int i = 0; i <= 4; i++) {
            double at = i / 4.0;
            line("grid", at, 0, at, 1);
            line("grid", 0, at, 1, at);
            text(x(at), TOP + HEIGHT + 15, "middle", number(at));
            text(LEFT - 6, y(at) + 4, "end", yTop.isEmpty() ? number(at) : i == 4 ? yTop : i == 0 ? "0" : "");
        }
        text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 34, "middle", xAxis);
        svg.append("<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(11 ")
                .append(number(TOP + HEIGHT / 2.0))
                .append(") rotate(-90)\">")
                .append(Html.escape(yAxis))
                .append("</text>");
    }

    static double x(double value) {
        return LEFT + value * WIDTH;
    }

    static double y(double value) {
        return TOP + (1 - value) * HEIGHT;
    }

    Plot line(String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x(x1),
                y(y1),
                x(x2),
                y(y2)));
        return this;
    }

    /** A line through points, or the area they enclose. */
    Plot path(String kind, double[] xs, double[] ys, boolean closed) {
        svg.append("<path class=\"").append(kind).append("\" d=\"");
        for (int i = 0; i < xs.length; i++) {
            svg.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(xs[i]), y(ys[i])));
        }
        svg.append(closed ? "Z\"/>" : "\"/>");
        return this;
    }

    Plot dot(String kind, double x, double y, double radius, String tip) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>",
                        kind,
                        x(x),
                        y(y),
                        radius))
                .append(Html.escape(tip))
                .append("</title></circle>");
        return this;
    }

    Plot bar(String kind, double x, double width, double from, double to, String tip) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>",
                        kind,
                        x(x),
                        y(to),
                        width * WIDTH,
                        Math.max(0, (to - from) * HEIGHT)))
                .append(Html.escape(tip))
                .append("</title></rect>");
        return this;
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(String.format(
                        Locale.ROOT, "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor))
                .append(Html.escape(words))
                .append("</text>");
    }

    private static String number(double value) {
        String two = String.format(Locale.ROOT, "%.2f", value);
        return two.endsWith("00") ? two.substring(0, two.length() - 3) : two;
    }

    @Override
    public String toString() {
        return svg + "</svg>";
    }
}
