package org.ipwarehouse.warehouse.internal.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Linkage.Evaluation;
import org.ipwarehouse.warehouse.api.Linkage.LearnedLevel;
import org.ipwarehouse.warehouse.api.Linkage.Point;
import org.ipwarehouse.warehouse.internal.linkage.Candidates.Step;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;

/** Links labelled data and counts right, wrong and missed pairs at every threshold. */
final class Evaluator {
    /** Thresholds a hundredth of a bit apart. */
    static final double STEP = 0.01;

    private final Sessions sessions;
    private final Spec spec;

    Evaluator(Sessions sessions, Spec spec) {
        this.sessions = sessions;
        this.spec = spec;
    }

    Evaluation evaluate(List<Path> data, String truth) {
        Set<String> needed = new TreeSet<>(spec.columns());
        needed.add(truth);
        LabelledFiles files = new LabelledFiles(spec, data, needed);
        try (Candidates pairs = files.isSmall()
                ? new PairsHere(spec, new RecordsHere(spec, files.here(), truth))
                : PairsBySpark.of(spec, files.bySpark(sessions.open(Profile.LARGE), truth))) {
            return evaluated(pairs);
        }
    }

    Evaluation evaluated(Candidates pairs) {
        LinkModel model = new Em(spec, pairs.patterns(), pairs.possiblePairs()).model();
        List<Step> falling = new ArrayList<>(pairs.steps(model));
        falling.sort(Comparator.comparingLong(Step::step).reversed());
        long truePairs = pairs.truePairs();
        List<Point> points = new ArrayList<>();
        long right = 0;
        long all = 0;
        for (Step step : falling) {
            right += step.same();
            all += step.all();
            points.add(new Point(step.step() * STEP, right, all - right, truePairs - right));
        }
        Point best = points.stream().max(Comparator.comparingDouble(Point::f1)).orElse(new Point(0, 0, 0, truePairs));
        return new Evaluation(
                pairs.totals().records(), truePairs, all, right, model.prior(), learned(model), points, best);
    }

    private List<LearnedLevel> learned(LinkModel model) {
        List<LearnedLevel> learned = new ArrayList<>();
        for (int c = 0; c < spec.comparisons().size(); c++) {
            Comparison comparison = spec.comparisons().get(c);
            for (int l = 0; l < comparison.levels().size(); l++) {
                learned.add(new LearnedLevel(
                        comparison.label(),
                        comparison.levels().get(l).label(),
                        model.m()[c][l],
                        model.u()[c][l],
                        model.weight(c, l)));
            }
        }
        return learned;
    }
}
