// SheetJS (npm xlsx) in each of its forms, and exceljs. node SCRIPT PLACE, with NODE_PATH or node_modules beside PLACE.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const place = path.resolve(process.argv[2]);
const require = createRequire(path.join(process.argv[3] ?? place, "node_modules", "x.js"));
const truth = JSON.parse(fs.readFileSync(path.join(place, "truth.json"), "utf8"));

function load(name) {
  try {
    return require(name);
  } catch (e) {
    console.log(`missing writer: ${name}: ${e.code}`);
    return null;
  }
}

function wrote(writer, file, source, expected, without = "") {
  fs.appendFileSync(path.join(place, "index.tsv"), [path.relative(place, file), writer, source, expected, without].join("\t") + "\n");
}

function folder(writer) {
  const made = path.join(place, "out", writer);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

const day = (text) => new Date(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)),
  ...(text.length > 10 ? text.slice(11).split(":").map(Number) : []));

function typed(source, dates) {
  return source.rows.map((row) => row.map((cell, i) => {
    const type = source.fields[i].type;
    if (cell === "") return null;
    if (type === "integer" || type === "decimal") return Number(cell);
    if (type === "date" || type === "timestamp") return dates ? dates(cell) : cell;
    return cell;
  }));
}

function sheetjs() {
  const XLSX = load("xlsx");
  if (!XLSX) return;
  const place_ = folder("SheetJS");
  // in the forms older than Excel 97 it writes an underscore for each Chinese character
  const refused = new Set(["biff5", "biff4", "biff3", "biff2", "sylk", "dif", "eth", "dbf", "rtf", "prn", "wk3", "numbers"]);
  const forms = ["xlsx", "xlsm", "xlsb", "xls", "biff8", "biff5", "biff4", "biff3", "biff2", "xla", "xlml", "ods", "fods", "html",
    "csv", "txt", "sylk", "dif", "dbf", "rtf", "prn", "eth", "wk3", "numbers"];
  for (const source of truth) {
    const header = source.fields.map((f) => f.label);
    for (const form of forms) {
      const book = XLSX.utils.book_new();
      const sheet = XLSX.utils.aoa_to_sheet([header, ...typed(source, day)], { cellDates: false, dateNF: "yyyy-mm-dd hh:mm:ss" });
      XLSX.utils.book_append_sheet(book, sheet, "台账");
      const ending = { biff8: "xls", biff5: "xls", biff4: "xls", biff3: "xls", biff2: "xls", xlml: "xml", sylk: "slk" }[form] ?? form;
      const file = path.join(place_, `${source.source}-${form}.${ending}`);
      try {
        const numbers = form === "numbers" ? require("xlsx/dist/xlsx.zahl") : undefined;
        fs.writeFileSync(file, XLSX.write(book, { bookType: form, type: "buffer", numbers, compression: true, codepage: 936 }));
      } catch (e) {
        if (source === truth[0]) console.log(`missing writer: SheetJS ${form}: ${e.message}`);
        continue;
      }
      wrote("SheetJS", file, source.source, refused.has(form) ? "refused" : form === "html" ? "spaces" : "same");
    }
    // shared strings, dates as ISO cells (t="d"), and JSON as the page of a platform makes it
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([header, ...typed(source, day)], { cellDates: true, dateNF: "yyyy/m/d" });
    XLSX.utils.book_append_sheet(book, sheet, "台账");
    let file = path.join(place_, `${source.source}-shared.xlsx`);
    fs.writeFileSync(file, XLSX.write(book, { bookType: "xlsx", type: "buffer", bookSST: true, cellDates: true }));
    wrote("SheetJS", file, source.source, "same");
    file = path.join(place_, `${source.source}-stringify.json`);
    fs.writeFileSync(file, JSON.stringify(typed(source, day).map((row) => Object.fromEntries(row.map((v, i) => [header[i], v])))));
    wrote("SheetJS", file, source.source, "same");
  }
}

async function exceljs() {
  const ExcelJS = load("exceljs");
  if (!ExcelJS) return;
  const place_ = folder("exceljs");
  const utc = (text) => new Date(text.replace(" ", "T") + (text.length > 10 ? "Z" : "T00:00:00Z"));
  for (const source of truth) {
    const header = source.fields.map((f) => f.label);
    for (const form of ["plain", "rich", "stream", "table", "formula"]) {
      const file = path.join(place_, `${source.source}-${form}.xlsx`);
      const book = form === "stream" ? new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true }) : new ExcelJS.Workbook();
      const sheet = book.addWorksheet("台账", { views: [{ state: "frozen", ySplit: 1 }] });
      const rows = typed(source, utc);
      if (form === "table") {
        sheet.addTable({ name: "T1", ref: "A1", headerRow: true, totalsRow: false, columns: header.map((name) => ({ name })), rows });
      } else {
        sheet.addRow(header);
        for (const row of rows) {
          const cells = row.map((v) => form === "rich" && typeof v === "string" && v.length > 1
            ? { richText: [{ font: { bold: true }, text: [...v][0] }, { text: [...v].slice(1).join("") || " " }] }
            : form === "formula" && typeof v === "number" ? { formula: `${v}+0`, result: v } : v);
          const made = sheet.addRow(cells);
          if (form === "stream") made.commit();
        }
      }
      if (form === "stream") await book.commit();
      else await book.xlsx.writeFile(file);
      wrote("exceljs", file, source.source, "same");
    }
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("s");
    sheet.addRow(header);
    typed(source, day).forEach((row) => sheet.addRow(row));
    const file = path.join(place_, `${source.source}-exceljs.csv`);
    await book.csv.writeFile(file);
    wrote("exceljs", file, source.source, "same");
  }
}

sheetjs();
await exceljs();
