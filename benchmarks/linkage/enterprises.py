"""Made-up enterprises (synthetic: no name, address or person is real), some of them mentioned again with slips.

Usage: enterprises.py FILE REGISTERED MENTIONS [SEED]. Columns as of linked.party; "entity" says who is who. A mention has
no credit code; it loses or changes parts of the name (region, brackets, form, industry, one character, traditional
characters, width), half of them lose the legal representative, some the address or the township. A tenth of the mentions
are of enterprises outside the register.
"""
import csv
import hashlib
import random
import sys

path, registered, mentions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 20261123)

FIRST = "宁兴鑫瑞德恒盛华丰泰祥福永和金龙凤鸿顺达通利源万安康乐美佳惠民众诚信义博雅文思远志新创天地海江河山川塞沙漠绿洲红枸杞果香禾田园春夏秋冬晨阳光明月星辰云梦蓝白青黄玉珍宝贵富强国家世纪东西南北中"
LAST = "旺隆盛丰达泰祥瑞源通顺发利康美佳华福安和信诚润泽洋宇宏昌茂林森峰磊晶鑫淼焱然轩航程凯旋胜捷捷迅腾飞跃翔鹏鹤雁燕鹰狮虎豹马牛羊驼"
INDUSTRIES = ["商贸", "贸易", "百货", "农业科技", "农业开发", "种植", "养殖", "果业", "果蔬", "枸杞", "食品", "酒业", "餐饮管理",
              "餐饮", "服装", "服饰", "建材", "物流", "运输", "文化传媒", "电子商务", "网络科技", "科技", "实业", "通讯", "五金机电",
              "化妆品", "医药", "汽车配件", ""]
FORMS = [("有限公司", 45), ("有限责任公司", 5), ("股份有限公司", 2), ("农民专业合作社", 12), ("专业合作社", 3), ("家庭农场", 4), ("经营部", 10),
         ("商行", 8), ("超市", 6), ("店", 4), ("门市部", 1)]
REGIONS = ["宁夏", "中卫市", "中卫市沙坡头区", "沙坡头区", "宁夏中卫", ""]
TOWNS = {"640502100": "滨河镇", "640502101": "文昌镇", "640502102": "东园镇", "640502103": "柔远镇", "640502104": "镇罗镇",
         "640502105": "宣和镇", "640502106": "永康镇", "640502107": "常乐镇", "640502108": "迎水桥镇", "640502109": "兴仁镇",
         "640502200": "香山乡"}
STREETS = ["鼓楼西街", "鼓楼东街", "鼓楼北街", "中山街", "文昌南街", "怀远路", "丰安路", "宁钢大道", "滨河大道", "应理南街", "平安路", "蔡桥路"]
TRADITIONAL = str.maketrans("宁华丰龙凤鸿顺达万乐义远创云梦蓝强国东盛贸农业种养销经营专门酒饮", "寧華豐龍鳳鴻順達萬樂義遠創雲夢藍強國東盛貿農業種養銷經營專門酒飲")
FULL_WIDTH = str.maketrans("()0123456789", "（）０１２３４５６７８９")
SAME_FORM = {"有限公司": ["有限责任公司", "公司", "有限公司"], "有限责任公司": ["有限公司", "公司"], "股份有限公司": ["股份公司", "有限公司"],
             "农民专业合作社": ["专业合作社", "合作社"], "专业合作社": ["合作社", "农民专业合作社"], "家庭农场": ["农场", "家庭农场"],
             "经营部": ["商行", "经销部", ""], "商行": ["经营部", ""], "超市": ["便利店", "超市"], "店": ["商店", ""], "门市部": ["门市", ""]}


def token():
    return "t." + hashlib.md5(str(rng.random()).encode()).hexdigest()[:16]


def trade():
    # the front characters are commoner, as 兴 and 鑫 are
    size = rng.choices([2, 3], [85, 15])[0]
    pick = lambda chars: chars[int(len(chars) * rng.random() ** 1.6)]
    return pick(FIRST) + "".join(pick(LAST) for _ in range(size - 1))


def enterprise(number):
    town = rng.choice(list(TOWNS))
    form = rng.choices([f for f, _ in FORMS], [w for _, w in FORMS])[0]
    place = "宁夏中卫市沙坡头区" + TOWNS[town] + rng.choice(STREETS) + str(rng.randint(1, 400)) + "号"
    return {"region": rng.choice(REGIONS), "trade": trade(), "industry": rng.choice(INDUSTRIES), "form": form,
            "person": token() if rng.random() > 0.03 else f"t.shared{rng.randint(0, registered // 50)}",
            "place": place, "town": town, "entity": number}


def whole(e):
    return e["region"] + e["trade"] + e["industry"] + e["form"]


def mention(e):
    m = dict(e)
    if rng.random() < 0.4:
        m["region"] = rng.choice(REGIONS)
    if rng.random() < 0.3:
        m["form"] = rng.choice(SAME_FORM[m["form"]])
    if rng.random() < 0.15:
        m["industry"] = rng.choice(["", m["industry"][:2]])
    if rng.random() < 0.06:
        at = rng.randrange(len(m["trade"]))
        m["trade"] = m["trade"][:at] + rng.choice(LAST) + m["trade"][at + 1:]
    name = whole(m)
    if m["region"] and rng.random() < 0.15:
        name = m["trade"] + m["industry"] + "(" + m["region"] + ")" + m["form"]
    if rng.random() < 0.1:
        name = name.translate(TRADITIONAL)
    if rng.random() < 0.2:
        name = name.translate(FULL_WIDTH)
    if rng.random() < 0.1:
        name = name[:2] + " " + name[2:]
    place = m["place"]
    draw = rng.random()
    if draw < 0.35:
        place = ""
    elif draw < 0.6:
        place = place.replace("宁夏中卫市", "").replace("沙坡头区", "")
    elif draw < 0.7:
        place = place.replace(rng.choice(STREETS), "").replace("号", "")
    return name, m["person"] if rng.random() < 0.5 else "", place, m["town"] if rng.random() < 0.7 else ""


with open(path, "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["party_key", "name", "legal_rep_token", "address", "township", "code", "is_registered", "entity"])
    known = []
    for i in range(registered):
        e = enterprise(i)
        known.append(e) if len(known) < mentions else None
        code = f"9164050{rng.randint(0, 2)}MA{i:07d}X{i % 10}"[:18]
        out.writerow([code, whole(e), e["person"], e["place"], e["town"], code, "true", e["entity"]])
    rng.shuffle(known)
    for i in range(mentions):
        e = enterprise(registered + i) if rng.random() < 0.1 else known[i % len(known)]
        name, person, place, town = mention(e)
        out.writerow([f"NAME:{i:08d}", name, person, place, town, "", "false", e["entity"]])
