package org.ipwarehouse.warehouse.internal.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Decomposition.Certainty;
import org.ipwarehouse.warehouse.api.Decomposition.Reading;
import org.ipwarehouse.warehouse.internal.analysis.Counts.Change;

/**
 * More cases, or more inspections? Cases that rise with complaints and clues while cases per clue stay level come from more
 * infringement; cases that rise with inspections while cases per inspection do not, from more looking. Nothing here is
 * proof: a sentence says how sure it is.
 */
final class Pressure {
    private Pressure() {}

    /** Two values of one count. */
    record Pair(double now, double before) {
        Change change() {
            return Counts.of(now, before);
        }
    }

    /**
     * Something that cases are counted against.
     *
     * @param isDemand true for what comes from outside (complaints, clues), false for what an authority does (inspections)
     */
    record Against(String labelZh, boolean isDemand, Pair pair) {}

    static Reading of(Pair cases, List<Against> againsts) {
        Change change = cases.change();
        if (change == Change.TOO_FEW) {
            return new Reading("件数太少，升降都可能是偶然。", Certainty.NONE);
        }
        if (change == Change.STABLE) {
            return new Reading("变化在随机波动范围之内，不宜说升或降。", Certainty.HIGH);
        }
        List<Against> known = againsts.stream()
                .filter(against -> ratio(cases, against) != Change.TOO_FEW)
                .toList();
        if (known.isEmpty()) {
            return new Reading("没有可比的检查、线索或投诉数，看不出是真多了还是查得多了。", Certainty.NONE);
        }
        return judged(cases, change, known);
    }

    private static Change ratio(Pair cases, Against against) {
        return Counts.ofRate(
                cases.now(),
                against.pair().now(),
                cases.before(),
                against.pair().before());
    }

    private static Reading judged(Pair cases, Change change, List<Against> known) {
        List<String> byDemand = new ArrayList<>();
        List<String> byEffort = new ArrayList<>();
        for (Against against : known) {
            boolean moved = against.pair().change() == change;
            Change ratio = ratio(cases, against);
            if (moved && against.isDemand() && ratio == Change.STABLE) {
                byDemand.add(against.labelZh());
            }
            if (moved && !against.isDemand() && ratio != change) {
                byEffort.add(against.labelZh());
            }
        }
        boolean bothKinds =
                known.stream().anyMatch(Against::isDemand) && known.stream().anyMatch(against -> !against.isDemand());
        return sentence(change == Change.UP, byDemand, byEffort, bothKinds ? Certainty.HIGH : Certainty.MEDIUM);
    }

    private static Reading sentence(boolean isUp, List<String> byDemand, List<String> byEffort, Certainty certainty) {
        String more = isUp ? "多" : "少";
        String demand = String.join("、", byDemand);
        String effort = String.join("、", byEffort);
        if (!byDemand.isEmpty() && byEffort.isEmpty()) {
            return new Reading(demand + "同向变化而案件与之的比例平稳：更像是发案" + more + "了。", certainty);
        }
        if (byDemand.isEmpty() && !byEffort.isEmpty()) {
            return new Reading(effort + "同向变化而单位产出没有随之变化：更像是查得" + more + "了。", certainty);
        }
        if (byDemand.isEmpty()) {
            return new Reading("投诉、线索和检查都解释不了这一变化，须逐件看。", Certainty.LOW);
        }
        return new Reading(demand + "与" + effort + "都同向变化：发案与查处力度分不开。", Certainty.LOW);
    }
}
