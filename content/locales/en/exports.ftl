# What stands in the files that can be downloaded.

exports-network-title = The international exchange of { $homes }: the network
exports-places-title = The international exchange of { $homes }: the places
exports-name-separator = {" and "}

exports-readme-file-name = README.txt
exports-readme-title = The international exchange of { $homes }: the tables
exports-readme-format = The tables are in UTF-8 with a byte-order mark, separated by commas; spreadsheets open them as they are. The first row names the columns. Several values in one cell are separated by semicolons.
exports-readme-sources = Every fact names its source, a key in sources.csv, and the place in it. What a source of the kind “page” states is later than the two documents on which everything rests.
exports-readme-table = { $file } ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}): { $title }. { $purpose }
exports-readme-column = { $header }: { $heading }. { $hint }
