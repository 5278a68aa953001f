# ダウンロードできるファイルの中の文。

exports-network-title = { $homes }の国際交流：ネットワーク
exports-places-title = { $homes }の国際交流：位置
exports-name-separator = {"と"}

exports-readme-file-name = はじめにお読みください.txt
exports-readme-title = { $homes }の国際交流：表
exports-readme-format = 表は BOM 付き UTF-8、コンマ区切りで、表計算ソフトでそのまま開けます。1行目は列の名前です。一つのセルに値が二つ以上あるときは、セミコロンで区切ってあります。
exports-readme-sources = どの事実にも、出典（sources.csv のキー）と、その中の箇所が書いてあります。種類が page の出典によるものは、もとになった二つの文書より後の情報です。
exports-readme-table = { $file }（{ $rows }行）：{ $title }。{ $purpose }
exports-readme-column = { $header }：{ $heading }。{ $hint }
