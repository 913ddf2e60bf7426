package org.ipwarehouse.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Moves places on a line apart, each as little as possible. */
final class Spread {
    private Spread() {}

    /** Places that touch each other and stand around their common middle. */
    private record Group(double middle, int size) {
        double first(double gap) {
            return middle - gap * (size - 1) / 2;
        }

        double last(double gap) {
            return middle + gap * (size - 1) / 2;
        }

        Group with(Group next) {
            int both = size + next.size;
            return new Group((middle * size + next.middle * next.size) / both, both);
        }
    }

    /**
     * @param wanted ascending
     * @param gap at least between two neighbours
     * @return ascending, as many as wanted; those that are apart already stay where they are
     */
    static List<Double> apart(List<Double> wanted, double gap) {
        List<Group> groups = new ArrayList<>();
        for (double place : wanted) {
            Group group = new Group(place, 1);
            while (!groups.isEmpty() && groups.get(groups.size() - 1).last(gap) + gap > group.first(gap)) {
                group = groups.remove(groups.size() - 1).with(group);
            }
            groups.add(group);
        }
        List<Double> places = new ArrayList<>();
        for (Group group : groups) {
            for (int i = 0; i < group.size(); i++) {
                places.add(group.first(gap) + i * gap);
            }
        }
        return List.copyOf(places);
    }
}
