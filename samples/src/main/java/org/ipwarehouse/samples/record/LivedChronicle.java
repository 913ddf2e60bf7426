package org.ipwarehouse.samples.record;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Volume;

/** Records that begin in a month and take one of a few courses. */
abstract class LivedChronicle implements Chronicle {
    final Volume volume;
    final Lifecycle lifecycle;
    final long stream;
    private final List<List<Revision>> revisions = new ArrayList<>();

    /** The records of month {@code origin} on {@code course} that change in a given month. */
    private record Revision(int origin, int course, long count) {}

    LivedChronicle(Volume volume, List<Lifecycle.Course> courses, long stream) {
        this.volume = volume;
        this.lifecycle = new Lifecycle(volume, courses, stream);
        this.stream = stream;
        for (int month = 0; month < Months.COUNT; month++) {
            revisions.add(revisionsIn(month));
        }
    }

    private List<Revision> revisionsIn(int month) {
        List<Revision> found = new ArrayList<>();
        for (int course = 0; course < lifecycle.courses().size(); course++) {
            for (int lag : lifecycle.courses().get(course).changes()) {
                long count = lifecycle.count(month - lag, course);
                if (count > 0) {
                    found.add(new Revision(month - lag, course, count));
                }
            }
        }
        return found;
    }

    /** Writes a record with the state at the end of month {@code asOf}. */
    abstract void write(int origin, long slot, int asOf, Cells row);

    /** A number that no other record of the source has. */
    static long identity(int origin, long slot) {
        return ((long) (origin + Months.LEAD) << 40) | slot;
    }

    /** Days of the month in the order of the records' numbers. */
    long day(int origin, long slot) {
        return Months.start(origin) + slot * Months.length(origin) / volume.in(origin);
    }

    /** Number of the record within its calendar year, from 1. */
    long yearlyNumber(int origin, long slot) {
        int january = Math.max(-Months.LEAD, origin - Months.ofYear(origin) + 1);
        return volume.before(origin) - volume.before(january) + slot + 1;
    }

    Dice dice(Dice dice, int origin, long slot) {
        return dice.at(stream, identity(origin, slot));
    }

    @Override
    public long fresh(int month) {
        return volume.in(month);
    }

    @Override
    public void fresh(int month, long nth, int asOf, Cells row) {
        write(month, nth, asOf, row);
    }

    @Override
    public long revised(int month) {
        long sum = 0;
        for (Revision revision : revisions.get(month)) {
            sum += revision.count();
        }
        return sum;
    }

    @Override
    public void revised(int month, long nth, Cells row) {
        long rest = nth;
        for (Revision revision : revisions.get(month)) {
            if (rest < revision.count()) {
                write(revision.origin(), lifecycle.slot(revision.origin(), revision.course(), rest), month, row);
                return;
            }
            rest -= revision.count();
        }
        throw new IndexOutOfBoundsException("Month " + month + " has no revised record " + nth);
    }

    @Override
    public boolean settled(int month, long nth) {
        int course = lifecycle.course(month, nth);
        return !lifecycle.courses().get(course).changes().contains(1);
    }
}
