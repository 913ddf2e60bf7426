package org.ipwarehouse.etl.read;

import java.util.Locale;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Origin;

/** A workbook under the name of another form of workbook: it is read by its bytes, and the sender is told (D01). */
final class MisnamedForm {
    private MisnamedForm() {}

    static Optional<Remark> remark(SheetReader reader, String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (!(reader instanceof WorkbookReader book)) {
            return Optional.empty();
        }
        boolean wrong = (book.form() == FileForm.XLS && name.endsWith(".xlsx"))
                || (book.form() != FileForm.XLS && name.endsWith(".xls"));
        String told = "文件名是“" + fileName + "”，内容是" + book.form().nameZh() + "，已按内容读取。";
        return wrong ? Optional.of(new Remark("FORM_BY_CONTENT", new Origin("", 0), told)) : Optional.empty();
    }
}
