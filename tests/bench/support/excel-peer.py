# The same sheets by XlsxWriter, for tests/bench/excel.bench.ts: rows OUT COUNT | pictures OUT COUNT FOLDER
import datetime, json, resource, sys, time
import xlsxwriter

what, out, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
start = time.time()
book = xlsxwriter.Workbook(out, {'constant_memory': what == 'rows'})
sheet = book.add_worksheet('Bài')
look = {'font_name': 'Times New Roman', 'font_size': 11, 'border': 1, 'text_wrap': True, 'valign': 'top'}
plain = book.add_format(look)
date = book.add_format({**look, 'num_format': 'dd/mm/yyyy', 'align': 'center'})
code = book.add_format({**look, 'num_format': '@'})
link = book.add_format({**look, 'underline': 1, 'font_color': '#1F4E9E'})
head = book.add_format({**look, 'bold': True, 'bg_color': '#E8EDF3'})
for column in range(20):
    sheet.set_column(column, column, 18)
    sheet.write_string(0, column, 'Cột %d' % column, head)
sheet.freeze_panes(1, 0)
sheet.autofilter(0, 0, count, 19)
first = datetime.datetime(2024, 1, 1)
for row in range(1, count + 1):
    if what == 'pictures':
        sheet.set_row(row, 70)
        sheet.insert_image(row, 0, '%s/%d.jpg' % (sys.argv[4], row), {'description': 'Ảnh %d' % row})
        sheet.write_string(row, 1, 'Các đại biểu dự hội nghị lần thứ %d' % row, plain)
        continue
    sheet.set_row(row, 35)
    for column in range(20):
        if column == 0:
            sheet.write_number(row, column, row, plain)
        elif column == 1:
            sheet.write_string(row, column, '%05d' % row, code)
        elif column in (4, 7):
            sheet.write_datetime(row, column, first + datetime.timedelta(days=row % 700), date)
        elif column == 19 and row <= 65000:
            sheet.write_url(row, column, 'external:Word/%05d%%20b%%C3%%A0i.docx' % row, link, '%05d bài.docx' % row)
        elif column == 19:
            sheet.write_formula(row, column, '=HYPERLINK("Word/%05d bài.docx","%05d bài.docx")' % (row, row), link, '%05d bài.docx' % row)
        else:
            sheet.write_string(row, column, 'Thường trực HĐND tỉnh họp lần %d, cột %d' % (row, column), plain)
book.close()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({'ms': (time.time() - start) * 1000, 'peakMb': peak / 1024}))
