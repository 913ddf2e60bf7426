package org.ipwarehouse.etl.read;

import java.util.Arrays;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFEvaluationWorkbook;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area2DPtgBase;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.OperationPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.formula.ptg.ScalarConstantPtg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Which formulas may be computed: arithmetic and functions whose result depends on the cells of this workbook alone. No
 * clock, no chance, no other file, no name that may mean anything; and nothing that grows without bound.
 */
final class SafeFormula {
    private static final Set<String> FUNCTIONS = Set.of(
            "SUM",
            "IF",
            "ROUND",
            "TEXT",
            "CONCATENATE",
            "AND",
            "OR",
            "NOT",
            "ABS",
            "MIN",
            "MAX",
            "COUNT",
            "COUNTA",
            "AVERAGE",
            "INT",
            "MOD",
            "ROUNDUP",
            "ROUNDDOWN",
            "LEFT",
            "RIGHT",
            "MID",
            "LEN",
            "TRIM",
            "VALUE",
            "DATE",
            "YEAR",
            "MONTH",
            "DAY",
            "ROW",
            "COLUMN",
            "SUMIF",
            "COUNTIF",
            "PRODUCT");
    /** Functions that make longer texts of shorter ones. */
    private static final Set<String> GROWING = Set.of("TEXT", "CONCATENATE");
    /** Cells that all areas together may have: each is looked at once for each formula. */
    private static final long MOST_CELLS = 5_000_000;

    private final Workbook book;
    private final FormulaParsingWorkbook names;
    private long cells;

    private SafeFormula(Workbook book, FormulaParsingWorkbook names) {
        this.book = book;
        this.names = names;
    }

    static SafeFormula in(Workbook book) {
        return new SafeFormula(
                book,
                book instanceof XSSFWorkbook xssf
                        ? XSSFEvaluationWorkbook.create(xssf)
                        : HSSFEvaluationWorkbook.create((HSSFWorkbook) book));
    }

    boolean allows(Cell cell) {
        try {
            Sheet sheet = cell.getSheet();
            Ptg[] tokens = FormulaParser.parse(
                    cell.getCellFormula(), names, FormulaType.CELL, book.getSheetIndex(sheet), cell.getRowIndex());
            boolean grows = Arrays.stream(tokens).anyMatch(SafeFormula::isGrowing);
            return Arrays.stream(tokens).allMatch(token -> isKnown(token) && !(grows && isComputed(token, sheet)));
        } catch (RuntimeException e) {
            // what cannot be parsed is not computed
            return false;
        }
    }

    private static boolean isGrowing(Ptg token) {
        return token instanceof ConcatPtg
                || (token instanceof AbstractFunctionPtg function && GROWING.contains(function.getName()));
    }

    private boolean isKnown(Ptg token) {
        if (token instanceof AbstractFunctionPtg function) {
            return FUNCTIONS.contains(function.getName());
        }
        if (token instanceof AreaPtgBase area) {
            return isHere(token) && counts(area);
        }
        return token instanceof OperationPtg
                || token instanceof ScalarConstantPtg
                || token instanceof AttrPtg
                || (token instanceof RefPtgBase && isHere(token));
    }

    /** References of another sheet's kind name their workbook in xlsx; in xls they are not followed at all. */
    private static boolean isHere(Ptg token) {
        if (token instanceof Ref3DPxg reference) {
            return reference.getExternalWorkbookNumber() < 1;
        }
        if (token instanceof Area3DPxg area) {
            return area.getExternalWorkbookNumber() < 1;
        }
        return token instanceof RefPtg || token instanceof Area2DPtgBase;
    }

    private boolean counts(AreaPtgBase area) {
        long rows = Math.abs((long) area.getLastRow() - area.getFirstRow()) + 1;
        long columns = Math.abs((long) area.getLastColumn() - area.getFirstColumn()) + 1;
        cells += rows * columns;
        return cells <= MOST_CELLS;
    }

    /** A text that is made from a computed one could double at every step. */
    private static boolean isComputed(Ptg token, Sheet sheet) {
        if (!(token instanceof RefPtg reference)) {
            return token instanceof AreaPtgBase || token instanceof RefPtgBase;
        }
        Row row = sheet.getRow(reference.getRow());
        Cell cell = row == null ? null : row.getCell(reference.getColumn());
        return cell != null && cell.getCellType() == CellType.FORMULA;
    }
}
