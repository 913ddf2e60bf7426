package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/**
 * Works out what may lie behind the published figures by trying tables of whole numbers one after another. It knows which
 * figures are made of which cases, that a breakdown value that is not listed where it would be does not occur, and that a
 * hidden figure is not 0. It shares no code with what it attacks.
 */
final class Attacker {
    private final List<Sum> sums = new ArrayList<>();
    /** More cases than there are need not be tried: a table that differs lies near. */
    private final int cap;

    private final int[] most;
    /** Where to begin trying: of weight for the time it takes only, since everything is tried in the end. */
    private final int[] hints;

    private final List<List<Sum>> ofAtom = new ArrayList<>();

    /** What is known of the sum of some cases. */
    private static final class Sum {
        final boolean[] members;
        final int low;
        final int high;
        int reached;
        /** The most that the cases not tried yet could add. */
        int open;

        Sum(boolean[] members, int low, int high) {
            this.members = members;
            this.low = low;
            this.high = high;
        }
    }

    /** @param truth the cases of each atom, from where he begins to try */
    Attacker(int[] truth, int cap) {
        this.cap = cap;
        most = new int[truth.length];
        hints = truth.clone();
        for (int i = 0; i < truth.length; i++) {
            ofAtom.add(new ArrayList<>());
        }
    }

    /** @param isShownAtAll whether figures like this one are published, if they can be */
    Attacker(TinyTable drawn, List<Figure> published, Predicate<Figure> isShownAtAll) {
        this(drawn.truth(), 2 + drawn.total());
        learn(drawn, drawn::members, published, isShownAtAll);
    }

    /** Which atoms a figure sums up. */
    @FunctionalInterface
    interface Members {
        boolean[] of(Period period, String region, String value);
    }

    /** Takes note of all that is published of one indicator. */
    void learn(TinyTable shape, Members members, List<Figure> published, Predicate<Figure> isShownAtAll) {
        List<String> regions = new ArrayList<>(List.of(TinyTable.DISTRICT));
        regions.addAll(shape.townships);
        List<String> values = new ArrayList<>(List.of(""));
        values.addAll(shape.values);
        for (Period period : shape.periods()) {
            for (String region : regions) {
                for (String value : values) {
                    if (isShownAtAll.test(TinyTable.figure(period, region, value, 1))) {
                        learn(members.of(period, region, value), find(published, period, region, value));
                    }
                }
            }
        }
    }

    private static @Nullable Figure find(List<Figure> published, Period period, String region, String value) {
        return published.stream()
                .filter(f -> f.period().equals(period)
                        && f.region().value().equals(region)
                        && f.dimensionValue().equals(value))
                .findFirst()
                .orElse(null);
    }

    private void learn(boolean[] members, @Nullable Figure found) {
        if (found == null) {
            add(members, 0, 0);
        } else if (found.status() == FigureStatus.SUPPRESSED) {
            add(members, 1, cap);
        } else {
            int told = found.value() == null ? -1 : found.value().intValueExact();
            add(members, told, told);
        }
    }

    private void add(boolean[] members, int low, int high) {
        Sum sum = new Sum(members, low, high);
        for (int i = 0; i < members.length; i++) {
            if (members[i]) {
                ofAtom.get(i).add(sum);
            }
        }
        sums.add(sum);
    }

    /** Whether some table that agrees with all that is published has another sum there than the true one. */
    boolean isInDoubt(boolean[] members, int truth) {
        return isInDoubt(members, truth, 1);
    }

    /** The same with a sum that differs by so many at least. */
    boolean isInDoubt(boolean[] members, int truth, int width) {
        return differs(members, 0, truth - width) || differs(members, truth + width, cap);
    }

    private boolean differs(boolean[] members, int low, int high) {
        if (low > high) {
            return false;
        }
        int before = sums.size();
        add(members, low, high);
        for (int i = 0; i < most.length; i++) {
            most[i] = ofAtom.get(i).stream().mapToInt(s -> s.high).min().orElse(cap);
        }
        for (Sum sum : sums) {
            sum.open = 0;
            for (int i = 0; i < most.length; i++) {
                sum.open += sum.members[i] ? most[i] : 0;
            }
        }
        boolean found = search(0);
        Sum asked = sums.remove(before);
        ofAtom.forEach(of -> of.remove(asked));
        return found;
    }

    private boolean search(int atom) {
        if (atom == most.length) {
            return true;
        }
        for (int step = 0; step <= 2 * cap; step++) {
            int cases = hints[atom] + (step % 2 == 0 ? -step / 2 : (step + 1) / 2);
            if (0 <= cases && cases <= most[atom]) {
                place(atom, cases, -most[atom]);
                boolean found = isOpen(atom) && search(atom + 1);
                place(atom, -cases, most[atom]);
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    private void place(int atom, int cases, int open) {
        for (Sum sum : ofAtom.get(atom)) {
            sum.reached += cases;
            sum.open += open;
        }
    }

    private boolean isOpen(int atom) {
        for (Sum sum : ofAtom.get(atom)) {
            if (sum.reached > sum.high || sum.reached + sum.open < sum.low) {
                return false;
            }
        }
        return true;
    }
}
