package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.etl.read.Book.BookSheet;
import org.ipwarehouse.etl.read.Book.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a zipped workbook lie. By its relations; where a program wrote none or wrong ones, by the names that
 * Excel gives.
 */
final class BookParts {
    private final OfficeZip zip;
    private final String book;
    private final Relations relations;
    private final List<BookSheet> sheets = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();

    private BookParts(OfficeZip zip, String book, Relations relations) {
        this.zip = zip;
        this.book = book;
        this.relations = relations;
    }

    static BookParts of(OfficeZip zip) throws IOException {
        Optional<String> named = Relations.of(zip, "").partOf("officeDocument").filter(zip::has);
        String book = named.isPresent() ? named.get() : byName(zip, "workbook");
        return new BookParts(zip, book, Relations.of(zip, book));
    }

    /** A part by the last part of its name without ending. */
    private static String byName(OfficeZip zip, String name) throws UnreadableFile {
        return zip.names().stream()
                .filter(part -> part.endsWith("/" + name + ".xml")
                        || part.endsWith("/" + name + ".bin")
                        || part.equals(name + ".xml"))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile(FileForm.DAMAGED, "No part " + name));
    }

    String book() {
        return book;
    }

    boolean isBinary() {
        return book.toLowerCase(java.util.Locale.ROOT).endsWith(".bin");
    }

    /** A part of the workbook by its relation, else by its usual name. */
    Optional<String> part(String type) {
        Optional<String> related = relations.partOf(type).filter(zip::has);
        if (related.isPresent()) {
            return related;
        }
        String usual = "/" + OfficeZip.key(type) + (isBinary() ? ".bin" : ".xml");
        return zip.names().stream().filter(name -> ("/" + name).endsWith(usual)).findFirst();
    }

    /**
     * Adds a sheet that the workbook lists; charts, dialogues and macro sheets are passed over.
     *
     * @throws UnreadableFile where its part is not there
     */
    void sheet(@Nullable String name, @Nullable String relation, boolean hidden) throws UnreadableFile {
        Optional<Relations.Relation> to = relations.byId(relation);
        if (to.isPresent() && !to.get().type().equalsIgnoreCase("worksheet")) {
            return;
        }
        String part = to.map(Relations.Relation::part).orElse("");
        if (!zip.has(part)) {
            part = usualSheet(sheets.size() + 1);
        }
        sheets.add(new BookSheet(name == null ? "" : name, hidden));
        sheetParts.add(part);
    }

    private String usualSheet(int number) throws UnreadableFile {
        String ending = "worksheets/sheet" + number + (isBinary() ? ".bin" : ".xml");
        return zip.names().stream()
                .filter(part -> part.endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile(FileForm.DAMAGED, "No part of sheet " + number));
    }

    List<BookSheet> sheets() {
        return sheets;
    }

    String sheetPart(int index) {
        return sheetParts.get(index);
    }

    Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String name : zip.names()) {
            if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
                traits.add(Trait.MACROS);
            }
            if (name.contains("/media/")) {
                traits.add(Trait.PICTURES);
            }
        }
        return traits;
    }
}
