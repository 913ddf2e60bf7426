package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.internal.disclosure.TableMaker.Use;

/** The amounts of a quantity where the public would be shown them, before anything is hidden. */
final class Held {
    private final Map<Place, Double> amounts = new HashMap<>();

    /** Where an amount belongs. */
    record Place(Period period, RegionCode region, Slot slot) {
        static Place of(Figure figure) {
            return new Place(figure.period(), figure.region(), Slot.of(figure));
        }
    }

    Held(List<Use> uses) {
        for (Use use : uses) {
            List<Figure> figures = use.holder().figures();
            for (int i = 0; i < figures.size(); i++) {
                double amount = use.holder().amount(figures.get(i), use.side());
                if (use.holder().isShown(i) && !Double.isNaN(amount)) {
                    amounts.putIfAbsent(Place.of(figures.get(i)), amount);
                }
            }
        }
    }

    /** NaN where the public is shown nothing. */
    double at(Place place) {
        return amounts.getOrDefault(place, Double.NaN);
    }
}
