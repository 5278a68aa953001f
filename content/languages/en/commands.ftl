# The program without the web: python -m dashboard

commands-about = The same program without the web: tables checked, counted, and written to files.
commands-new = begin tables of your own, with nothing in them
commands-new-where = the folder to make, or the workbook (*.xlsx)
commands-new-exists = { $file } is there already and stays as it is
commands-new-made = { $file }: { $count } tables with nothing in them but the kinds of tie
commands-validate = check the tables; every problem with its place and how to mend it
commands-validate-folder = the folder of the tables
commands-mark = write the problems into the workbook, at their cells
commands-mark-what = only a workbook (*.xlsx) can be marked: { $file }
commands-workbook = write the tables as a workbook
commands-workbook-file = the workbook to write (*.xlsx)
commands-info = count what the tables hold
commands-export = write the data to a file
commands-export-kind = what to write: { $kinds }
commands-language = the language of the answer
commands-tables = the folder of the tables
commands-output = the file to write; “-” for standard output
commands-wrote = { $file }: { $bytes } bytes
commands-cannot-write = { $file } cannot be written: { $reason }
commands-bad-settings = The settings in the environment cannot be used: { $reason }

# Editions: what the operator is told.
editions-fault = { $address } could not be made: { $reason }. What was there before stays.
