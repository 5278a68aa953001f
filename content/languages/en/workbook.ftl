### What a workbook of the tables says of itself.

workbook-read-me-title = Read me
workbook-heading = The tables as a workbook
workbook-rows = Each sheet is a table, each row of it one thing or one fact. The first row names the columns; the note on each heading says what belongs there.
workbook-required = An asterisk and an ochre ground mark the columns that every row must fill.
workbook-names = Things, themes, kinds of tie and countries are named by their names. Several in one cell are separated by semicolons. The lists offer what there is; what a row further down adds may be typed.
workbook-ids = An id may be left blank: it is made from the English name. It stands in addresses, so do not change it once others know it.
workbook-dates = Dates are 2018-04-01, 2018-04 or 2018; the cells are text, so that a spreadsheet leaves them as they are.
workbook-check = Check with: python -m dashboard validate FILE --mark. Every problem is then marked at its cell and listed on a sheet of its own.

workbook-problems-title = Problems
workbook-problems-where = Where
workbook-problems-what = What is wrong
workbook-problems-typed = Typed
workbook-problems-expected = Expected
workbook-problems-repair = To mend it
