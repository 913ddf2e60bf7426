package org.ipwarehouse.reports.serving;

import org.ipwarehouse.warehouse.api.Audience;

/** The schema of one edition, with the statements that fill it. */
enum Shelf {
    INTERNAL(Audience.INTERNAL, "ipw_internal", "internal"),
    PUBLIC(Audience.PUBLIC, "ipw_public", "public");

    /** Grows with each change of columns, so that the views are made anew. */
    static final int LAYOUT = 1;

    private final Audience audience;
    private final String schema;
    private final String edition;

    Shelf(Audience audience, String schema, String edition) {
        this.audience = audience;
        this.schema = schema;
        this.edition = edition;
    }

    static Shelf of(Audience audience) {
        return audience == Audience.INTERNAL ? INTERNAL : PUBLIC;
    }

    Audience audience() {
        return audience;
    }

    String schema() {
        return schema;
    }

    String edition() {
        return edition;
    }

    ServingPlace.Reader reader(ServingPlace place) {
        return this == INTERNAL ? place.internal() : place.open();
    }
}
