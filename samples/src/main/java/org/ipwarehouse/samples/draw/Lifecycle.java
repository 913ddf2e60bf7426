package org.ipwarehouse.samples.draw;

import java.util.List;

/**
 * Which course each record of a month takes, in exact shares: so many are closed in the next month, so many stay open.
 * Course and record lead to each other by formula.
 */
public final class Lifecycle {

    /**
     * One course.
     *
     * @param perMille its share of the records
     * @param changes months after its first appearance in which the record is sent again with a new state
     */
    public record Course(int perMille, List<Integer> changes) {
        public Course {
            changes = List.copyOf(changes);
        }

        public static Course of(int perMille, Integer... changes) {
            return new Course(perMille, List.of(changes));
        }
    }

    private final Volume volume;
    private final List<Course> courses;
    private final int[] from;
    private final Shuffle[] shuffles = new Shuffle[Months.LEAD + Months.COUNT];

    public Lifecycle(Volume volume, List<Course> courses, long stream) {
        this.volume = volume;
        this.courses = List.copyOf(courses);
        this.from = new int[courses.size() + 1];
        for (int i = 0; i < courses.size(); i++) {
            from[i + 1] = from[i] + courses.get(i).perMille();
        }
        if (from[courses.size()] != 1000) {
            throw new IllegalArgumentException("Shares add up to " + from[courses.size()] + ", not 1000");
        }
        for (int m = -Months.LEAD; m < Months.COUNT; m++) {
            shuffles[m + Months.LEAD] = new Shuffle(volume.in(m), stream, m);
        }
    }

    public List<Course> courses() {
        return courses;
    }

    /** First place (of the shuffled month) that belongs to a course. */
    private long start(int month, int course) {
        return volume.in(month) * from[course] / 1000;
    }

    /** Records of the month that take the course. */
    public long count(int month, int course) {
        return month < -Months.LEAD || month >= Months.COUNT ? 0 : start(month, course + 1) - start(month, course);
    }

    public int course(int month, long slot) {
        long place = shuffles[month + Months.LEAD].place(slot);
        int course = 0;
        while (place >= start(month, course + 1)) {
            course++;
        }
        return course;
    }

    /** Number of the record among those of its course, from 0. */
    public long rank(int month, long slot) {
        return shuffles[month + Months.LEAD].place(slot) - start(month, course(month, slot));
    }

    /** The record that is the n-th of its course. */
    public long slot(int month, int course, long rank) {
        return shuffles[month + Months.LEAD].slot(start(month, course) + rank);
    }
}
