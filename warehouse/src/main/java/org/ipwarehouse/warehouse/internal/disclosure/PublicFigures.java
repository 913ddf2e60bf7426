package org.ipwarehouse.warehouse.internal.disclosure;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.indicator.Contributed;
import org.ipwarehouse.warehouse.internal.indicator.Passports;

/** Decides on the figures of a warehouse by the policy of a day. */
public final class PublicFigures {
    private final Path home;
    private final LocalDate day;
    private final Predicate<Figure> told;
    private final Supplier<List<Contributed>> contributors;

    /**
     * @param day on which they are published
     * @param told what earlier editions have shown
     * @param contributors who stands behind the amounts, as the build has stored it
     */
    public PublicFigures(Path home, LocalDate day, Predicate<Figure> told, Supplier<List<Contributed>> contributors) {
        this.home = home;
        this.day = day;
        this.told = told;
        this.contributors = contributors;
    }

    /** Reads the policy as hiding would. @throws org.ipwarehouse.warehouse.api.Fault as {@link #of} */
    public static void check(Path home, LocalDate day) {
        PolicyFile.load(home, day);
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the policy is missing or wrong, with file and line */
    public List<Figure> of(Warehouse inside) {
        Policy policy = PolicyFile.load(home, day);
        Passports passports = Passports.load(home);
        return new Disclosure(policy, new StoredContributors(contributors.get(), passports), told::test)
                .of(inside.figures(FigureQuery.all()), passports::find)
                .figures();
    }
}
