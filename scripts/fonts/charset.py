"""Prints the characters that the vendored fonts must have, one code point a line (U+XXXX).

GB 2312 (6,763 hanzi and its 682 symbols), ASCII, the marks that a statistical bulletin uses, and the characters of
names that GB 2312 lacks. A name character that turns up later is added to NAMES and the fonts are made again.
"""

MARKS = (
    "—–…“”‘’·•％＊〔〕【】《》〈〉「」、。，；：？！（）￥¥€©®™°′″±×÷−＋－＝≈≠≤≥‰℃№§¶"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
    "▲△▼▽◆◇○●◎■□★☆→←↑↓↗↘✓✕²³㎡㎏\u00a0\u3000\u2009\u2013\u2014\u2212\u200b"
)
NAMES = "喆堃垚彧昇玥骉䶮镕頔犇𫖯珺琤璟瑄甯祎祺禤筠翀芃莜菡蓥頫颋馃骐晢晞昉暐枻栱槿樾歆毓沄沚洺浥淏淩湉溦滢澍濛灏炘炜焜煊煦熠燚玘玢玥珅珏珩珝珮琇琎琬琮瑀瑜瑭璐璠璩瓒畯皓皛睿瞳磊祯禛竑筱粲緁缃羿翊聿胤芮苒苡荃莅莳菀菁萱葳蕙薇衎裎袆觅誉谧赟轩轶辀邈郗鄢酆钊钰铄铖铭锴镝闫阚霁霏韫頊颢飏馥骁骅髙魏鸢鹂麒黎鼐"


def gb2312() -> set[str]:
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def characters() -> set[str]:
    ascii_printable = {chr(code) for code in range(0x20, 0x7F)}
    return gb2312() | ascii_printable | set(MARKS) | set(NAMES)


if __name__ == "__main__":
    for character in sorted(characters()):
        print(f"U+{ord(character):04X}")
