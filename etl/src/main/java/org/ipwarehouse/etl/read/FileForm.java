package org.ipwarehouse.etl.read;

/**
 * What a file is by its bytes; its name plays no part (an .xls is often an HTML table). The remedy is what a department
 * is told while this form has no {@link SheetReader}.
 */
public enum FileForm {
    DELIMITED_TEXT("文本表（CSV/TSV）", "FILE_TYPE_UNKNOWN", "请另存为 UTF-8 编码的 CSV 或 .xlsx 后重报。"),
    XLSX("Excel 工作簿（xlsx）", "FILE_TYPE_UNKNOWN", "请用 Excel 或 WPS 打开后另存为 .xlsx 重报。"),
    XLS("Excel 97—2003 工作簿（xls）", "FILE_TYPE_UNKNOWN", "请用 Excel 或 WPS 打开后另存为 .xlsx 重报。"),
    XLSB("Excel 二进制工作簿（xlsb）", "FILE_TYPE_UNKNOWN", "请用 Excel 打开后另存为 .xlsx 重报。"),
    HTML("网页表格（HTML）", "FILE_TYPE_UNKNOWN", "这是网站导出的网页，请用 Excel 或 WPS 打开后另存为 .xlsx 重报。"),
    MHTML("网页归档（mht）", "FILE_TYPE_UNKNOWN", "请用 Excel 打开后另存为 .xlsx 重报。"),
    XML_SPREADSHEET("XML 电子表格 2003", "FILE_TYPE_UNKNOWN", "请用 Excel 或 WPS 打开后另存为 .xlsx 重报。"),
    XML("XML 文件", "FILE_TYPE_UNKNOWN", "请从系统导出 .xlsx 或 CSV 重报。"),
    JSON("JSON 文件", "FILE_TYPE_UNKNOWN", "请从系统导出 .xlsx 或 CSV 重报。"),
    ZIP("压缩包（zip）", "FILE_TYPE_UNKNOWN", "请解压后逐个报送其中的表格。"),
    GZIP("压缩文件（gz）", "FILE_TYPE_UNKNOWN", "请解压后报送其中的表格。"),
    OTHER_ARCHIVE("压缩包（rar/7z）", "FILE_TYPE_UNKNOWN", "请解压后逐个报送其中的表格。"),
    DOCUMENT("文档或扫描件（Word、PDF、图片）", "FILE_TYPE_UNKNOWN", "数据须以表格报送；该文件可作为佐证附件，请另报 .xlsx 或 CSV。"),
    ENCRYPTED("设有打开密码的文件", "FILE_ENCRYPTED", "请取消打开密码后重报。"),
    ODS("开放文档表格（ods、fods）", "FILE_TYPE_UNKNOWN", "请另存为 .xlsx 后重报。"),
    ET("WPS 表格专有格式（et）", "FILE_TYPE_UNKNOWN", "该文件不含 Excel 兼容的数据流，请用 WPS 打开后另存为 .xlsx 重报。"),
    OTHER_TABLE("其他程序的表格文件（dbf、SYLK、DIF、uof）", "FILE_TYPE_UNKNOWN", "请用原程序、Excel 或 WPS 打开后另存为 .xlsx 重报。"),
    PICTURES("只有图片、没有单元格内容的工作簿", "FILE_TYPE_UNKNOWN", "图片和扫描件不能代替数据，请从系统导出表格重报；图片可作为佐证附件另报。"),
    UNSAFE_WORKBOOK("内容异常膨胀或含有外部实体的工作簿", "FILE_ARCHIVE_UNSAFE", "为安全起见没有读取，请用 Excel 或 WPS 打开后另存为 .xlsx 重报。"),
    EMPTY("空文件", "FILE_TYPE_UNKNOWN", "文件没有内容；确无数据时，请报送带表头的空表并注明“零报告”。"),
    DAMAGED("损坏或不完整的文件", "FILE_TYPE_UNKNOWN", "文件打不开，可能没有传完，请重新导出后重报。"),
    UNKNOWN("无法识别的文件", "FILE_TYPE_UNKNOWN", "请从系统导出 .xlsx 或 CSV 重报。");

    private final String nameZh;
    private final String reason;
    private final String remedy;

    FileForm(String nameZh, String reason, String remedy) {
        this.nameZh = nameZh;
        this.reason = reason;
        this.remedy = remedy;
    }

    public String nameZh() {
        return nameZh;
    }

    /** Reason code of the refusal. */
    public String reason() {
        return reason;
    }

    public String remedy() {
        return remedy;
    }
}
