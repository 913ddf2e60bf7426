package org.ipwarehouse.benchmarks;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.BenchDoor;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** Reads every cell of a workbook's first sheet as text by one of the readers, and counts them. */
final class WorkbookSide {

    private WorkbookSide() {}

    static void run(String reader, Path file) throws Exception {
        long cells =
                switch (reader) {
                    case "ours" -> ours(file);
                    case "fastexcel-reader" -> fastexcel(file);
                    case "poi-events" -> events(file);
                    case "excel-streaming-reader" -> streaming(file);
                    default -> userModel(file);
                };
        Child.say("cells", cells);
        Child.say("heap_mb", heapPeak() >> 20);
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long ours(Path file) throws IOException {
        return BenchDoor.cells(Original.plain(file));
    }

    private static long fastexcel(Path file) throws IOException {
        long[] cells = {0};
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(
                    cell -> cells[0] += cell == null || cell.getText().isEmpty() ? 0 : 1));
        }
        return cells[0];
    }

    private static long streaming(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = StreamingReader.builder()
                        .rowCacheSize(100)
                        .bufferSize(1 << 16)
                        .open(in)) {
            return cells(workbook);
        }
    }

    private static long userModel(Path file) throws Exception {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
            return cells(workbook);
        }
    }

    private static long cells(Workbook workbook) {
        DataFormatter formatter = new DataFormatter();
        long cells = 0;
        for (Row row : workbook.getSheetAt(0)) {
            for (Cell cell : row) {
                cells += formatter.formatCellValue(cell).isEmpty() ? 0 : 1;
            }
        }
        return cells;
    }

    private static long events(Path file) throws Exception {
        long[] cells = {0};
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(opened);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    strings,
                    new XSSFSheetXMLHandler.SheetContentsHandler() {
                        @Override
                        public void startRow(int row) {}

                        @Override
                        public void endRow(int row) {}

                        @Override
                        public void cell(@Nullable String place, @Nullable String text, @Nullable XSSFComment comment) {
                            cells[0] += text == null || text.isEmpty() ? 0 : 1;
                        }
                    },
                    false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
        return cells[0];
    }
}
