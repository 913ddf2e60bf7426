package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Book.BookSheet;

/**
 * Computes formulas of which a file holds no result, as programs write them that cannot compute (D42). Only small
 * workbooks, only formulas of a white list ({@link SafeFormula}), only from what stands in the same workbook.
 */
final class FormulaResults {
    /** Formulas of a sheet that are computed; a sheet with more was not meant to be read by programs. */
    static final int MOST = 20_000;
    /** Bytes of cells in a workbook that is loaded as objects. */
    static final long HEAVIEST = 10L << 20;
    /** As long as a cell may be. */
    private static final int LONGEST = 32_767;

    private final Workbook book;
    private final SafeFormula safe;
    private final FormulaEvaluator evaluator;

    private FormulaResults(Workbook book) {
        this.book = book;
        this.safe = SafeFormula.in(book);
        this.evaluator = book.getCreationHelper().createFormulaEvaluator();
    }

    /** @param pending of each sheet the places to compute; what cannot be computed is left out of the answer */
    static List<ComputedCells> of(FileForm form, Original file, List<Set<Long>> pending) throws IOException {
        List<String> names = names(form, file);
        try (Workbook book = load(form, file)) {
            return new FormulaResults(book).results(names, pending);
        } catch (IOException | RuntimeException e) {
            // POI's object model is stricter than reading: what it cannot load stays without results
            return Collections.nCopies(pending.size(), ComputedCells.NONE);
        }
    }

    private static List<String> names(FileForm form, Original file) throws IOException {
        try (Book book = Books.open(form, file)) {
            return book.sheets().stream().map(BookSheet::name).toList();
        }
    }

    private static Workbook load(FileForm form, Original file) throws IOException {
        if (form == FileForm.XLS) {
            try (InputStream in = file.stream(0)) {
                return new HSSFWorkbook(in);
            }
        }
        if (form != FileForm.XLSX) {
            throw new IOException("Formulas of this form are not computed");
        }
        try (InputStream in = UnlockedPackage.of(file).stream(0)) {
            return new XSSFWorkbook(in);
        }
    }

    private List<ComputedCells> results(List<String> names, List<Set<Long>> pending) {
        for (int i = 0; i < names.size(); i++) {
            settle(book.getSheet(names.get(i)), pending.get(i));
        }
        List<ComputedCells> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(new ComputedCells(computed(book.getSheet(names.get(i)), pending.get(i))));
        }
        return all;
    }

    /** Formulas with a result become values, those that must not be computed become errors. */
    private void settle(Sheet sheet, Set<Long> pending) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    boolean open = pending.contains(place(cell));
                    if (!open) {
                        cell.removeFormula();
                    } else if (!safe.allows(cell)) {
                        cell.removeFormula();
                        cell.setCellErrorValue(FormulaError.VALUE.getCode());
                    }
                }
            }
        }
    }

    private static long place(Cell cell) {
        return ComputedCells.place(cell.getRowIndex() + 1L, cell.getColumnIndex());
    }

    private HashMap<Long, ComputedCells.Result> computed(Sheet sheet, Set<Long> pending) {
        HashMap<Long, ComputedCells.Result> results = new HashMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA && pending.contains(place(cell))) {
                    compute(cell, results);
                }
            }
        }
        return results;
    }

    private void compute(Cell cell, HashMap<Long, ComputedCells.Result> results) {
        try {
            CellValue value = evaluator.evaluate(cell);
            switch (value.getCellType()) {
                case NUMERIC ->
                    results.put(place(cell), new ComputedCells.Result(StoredNumber.of(value.getNumberValue()), ""));
                case STRING -> {
                    if (value.getStringValue().length() <= LONGEST) {
                        results.put(place(cell), new ComputedCells.Result("", value.getStringValue()));
                    }
                }
                case BOOLEAN ->
                    results.put(place(cell), new ComputedCells.Result("", value.getBooleanValue() ? "TRUE" : "FALSE"));
                case ERROR ->
                    results.put(
                            place(cell),
                            new ComputedCells.Result(
                                    "",
                                    FormulaError.forInt(value.getErrorValue()).getString()));
                default -> {}
            }
        } catch (NotImplementedException | IllegalStateException | IllegalArgumentException | StackOverflowError e) {
            // no result: the cell stays an error. A chain of formulas may be longer than the stack is deep
            results.remove(place(cell));
        }
    }
}
