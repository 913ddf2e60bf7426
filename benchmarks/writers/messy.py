"""A ledger of S02 with everything wrong that a clerk can do to it: python messy.py OUT.xlsx [side]

With `side` another table stands beside the first one.
"""
import openpyxl, sys
from openpyxl.styles import Alignment
wb=openpyxl.Workbook(); ws=wb.active; ws.title="9月"; SIDE=len(sys.argv)>2
ws["A1"]="沙坡头区知识产权行政处罚案件台账（2026年9月）"; ws.merge_cells("A1:M1"); ws["A1"].alignment=Alignment(horizontal="center")
ws["A2"]="填报单位：区市场监督管理局"; ws.merge_cells("A2:F2"); ws["K2"]="单位：元"
two=["序号","案件信息",None,None,"日期",None,"当事人",None,"知识产权类型",None,"罚款","处罚决定日期","办案机构","违法行为"]
for c,v in enumerate(two,1): ws.cell(3,c,v)
for a in ("A3:A4","B3:D3","E3:F3","G3:H3","I3:I4","K3:K4","L3:L4","M3:M4","N3:N4"): ws.merge_cells(a)
low=[None,"案件编号","案件名称","案件来源","立案日期","立案日期","当事人名称","统一社会信用代码",None,None,None,None,None,None]
for c,v in enumerate(low,1):
    if v: ws.cell(4,c,v)
def row(r,n,**k):
    base=[n,f"卫沙市监罚〔2026〕{n}号",f"某店销售侵权商品案{n}","投诉举报",f"2026-08-{n:02d}",f"2026-08-{n:02d}",f"某商行{n}",None,"普通商标",None,1000*n,f"2026-09-{n:02d}","区市场监管局","销售侵犯注册商标专用权的商品"]
    for i,v in k.items(): base[int(i[1:])]=v
    for c,v in enumerate(base,1):
        if v is not None: ws.cell(r,c,v)
row(5,1)
row(6,2,_2="#REF!")                       # an error cell
ws.cell(6,3).data_type="e"
row(7,3,_1=1.23e17)                       # a number that a spreadsheet has rounded
row(8,4,_6="待补",_8="待补")               # mandatory, to be filled later
row(9,5)
row(10,6,_5="2026-08-09")                 # the two columns of the same name disagree
ws["A11"]="合计"; ws["K11"]=99999          # 1000 + 2000 + … + 6000 = 21000
# a second table below
ws["A14"]="二、补报"; 
for c,v in enumerate(["序号","案件编号","案件名称","案件来源","立案日期","当事人名称","知识产权类型","罚款","处罚决定日期","办案机构","违法行为"],1): ws.cell(15,c,v)
for c,v in enumerate([1,"卫沙市监罚〔2026〕21号","补报案","投诉举报","2026-08-21","补报商行","普通商标",500,"2026-09-21","区市场监管局","销售侵犯注册商标专用权的商品"],1): ws.cell(16,c,v)
# a table beside
if SIDE:
  for c,v in enumerate(["案件编号","案件名称","案件来源","立案日期","当事人名称","知识产权类型","罚款","处罚决定日期","办案机构","违法行为"],17): ws.cell(4,c,v)
if SIDE:
  for c,v in enumerate(["卫沙市监罚〔2026〕31号","右侧案","投诉举报","2026-08-22","右侧商行","普通商标",700,"2026-09-22","区市场监管局","销售侵犯注册商标专用权的商品"],17): ws.cell(5,c,v)
ws["A18"]="制表人：张三"; ws["E18"]="审核人：李四"; ws["I18"]="2026年10月8日（盖章）"
wb.save(sys.argv[1])
