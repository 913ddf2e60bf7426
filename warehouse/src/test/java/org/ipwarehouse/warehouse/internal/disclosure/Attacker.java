package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Period;

/**
 * Works out what may lie behind the published figures by trying tables of whole numbers one after another. It knows which
 * figures are made of which cases, that a breakdown value that is not listed where it would be does not occur, and that a
 * hidden figure is not 0. It shares no code with what it attacks.
 */
final class Attacker {
    private final List<TinyTable.Atom> atoms;
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

    /** @param isShownAtAll whether figures like this one are published, if they can be */
    Attacker(TinyTable drawn, List<Figure> published, Predicate<Figure> isShownAtAll) {
        atoms = drawn.atoms();
        cap = 2 + drawn.cases.values().stream().mapToInt(Integer::intValue).sum();
        most = new int[atoms.size()];
        hints = atoms.stream()
                .mapToInt(atom -> drawn.cases.getOrDefault(atom, 0))
                .toArray();
        for (int i = 0; i < atoms.size(); i++) {
            ofAtom.add(new ArrayList<>());
        }
        List<String> regions = new ArrayList<>(List.of(TinyTable.DISTRICT));
        regions.addAll(drawn.townships);
        List<String> values = new ArrayList<>(List.of(""));
        values.addAll(drawn.values);
        for (Period period : drawn.periods()) {
            for (String region : regions) {
                for (String value : values) {
                    learn(period, region, value, published, isShownAtAll);
                }
            }
        }
    }

    private void learn(
            Period period, String region, String value, List<Figure> published, Predicate<Figure> isShownAtAll) {
        if (!isShownAtAll.test(TinyTable.figure(period, region, value, 1))) {
            return;
        }
        Figure found = published.stream()
                .filter(f -> f.period().equals(period)
                        && f.region().value().equals(region)
                        && f.dimensionValue().equals(value))
                .findFirst()
                .orElse(null);
        if (found == null) {
            add(members(period, region, value), 0, 0);
        } else if (found.status() == FigureStatus.SUPPRESSED) {
            add(members(period, region, value), 1, cap);
        } else {
            int told = found.value() == null ? -1 : found.value().intValueExact();
            add(members(period, region, value), told, told);
        }
    }

    private boolean[] members(Period period, String region, String value) {
        boolean[] members = new boolean[atoms.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = TinyTable.isIn(atoms.get(i), period, region, value);
        }
        return members;
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
    boolean isInDoubt(Period period, String region, String value, int truth) {
        return differs(period, region, value, truth, 0, truth - 1)
                || differs(period, region, value, truth, truth + 1, cap);
    }

    private boolean differs(Period period, String region, String value, int truth, int low, int high) {
        if (low > high || (high == truth - 1 && truth == 0)) {
            return false;
        }
        int before = sums.size();
        add(members(period, region, value), low, high);
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
        if (atom == atoms.size()) {
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
