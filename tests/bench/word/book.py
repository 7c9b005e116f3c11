"""The same book by python-docx: python3 book.py FOLDER. Prints the time taken, imports included."""
import time

start = time.perf_counter()
import json, os, resource, sys
from docx import Document
from docx.shared import Mm

folder = sys.argv[1]
run = json.load(open(os.path.join(folder, "articles.json"), encoding="utf-8"))
one = json.load(open(os.path.join(folder, "article.json"), encoding="utf-8"))
article, count, pictures = one["article"], run["articles"], run["pictures"]

book = Document()
book.add_heading("Tin, bài năm 2024", 0)
for number in range(1, count + 1):
    book.add_paragraph(f"{number}. {article['title']}")
used = 0
for number in range(1, count + 1):
    book.add_page_break()
    book.add_heading(f"{number}. {article['title']}", 1)
    book.add_paragraph(article["publishedOn"])
    book.add_paragraph(article["lede"])
    for block in article["body"]:
        book.add_paragraph(block["text"])
    for photo in one["photos"]:
        book.add_picture(os.path.join(folder, "..", "pictures", pictures[used % len(pictures)]["file"]), width=Mm(150))
        book.add_paragraph(photo["caption"])
        used += 1
    rows = [
        ("Số lưu", str(number)), ("Nơi đăng", article["outlet"]), ("Địa chỉ nguồn", article["sourceAddress"]),
        ("Sự kiện", one["events"][0]["title"]), ("Nhân vật", "\n".join(m["name"] for m in article["mentions"])),
        ("Cơ quan, tổ chức", "; ".join(o["name"] for o in article["organizations"])),
        ("Địa danh", "; ".join(p["name"] for p in article["places"])), ("Chủ đề", "; ".join(article["topics"])),
        ("Tệp gốc", article["asReceived"][0]["name"]),
    ]
    table = book.add_table(rows=0, cols=2)
    for label, text in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
book.add_page_break()
people = book.add_table(rows=0, cols=3)
for mention in article["mentions"]:
    cells = people.add_row().cells
    cells[0].text, cells[1].text, cells[2].text = mention["name"], ", ".join(mention["offices"]), f"1–{count}"
files = book.add_table(rows=0, cols=3)
for number in range(1, count + 1):
    for photo in one["photos"]:
        cells = files.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = str(number), photo["photo"]["file"]["name"], photo["photo"]["file"]["digest"]["hex"]
book.save(os.path.join(folder, "out", "python.docx"))
print(json.dumps({"ms": (time.perf_counter() - start) * 1000, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))
