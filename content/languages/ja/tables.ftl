# 表の点検の文：どこが、何が、どうあるべきで、どう直すか。

tables-list-separator = {"、"}
tables-place-file = { $file }
tables-place-header = { $file } の1行目、{ $column } の列
tables-place-row = { $file } の{ $row }行目
tables-place-cell = { $file } の{ $row }行目、{ $column }（{ $heading }）の列
tables-place-in-workbook = { $file }のセル{ $cell }（{ $heading }）
tables-problem-line = { $where }：{ $what }。あるべき形：{ $expected }直し方：{ $repair }
tables-problem-line-typed = { $where }：{ $what }。入力：{ $value }。あるべき形：{ $expected }直し方：{ $repair }

# フォルダーとファイル

tables-problem-missing-folder-what = フォルダーがありません
tables-problem-missing-folder-expected = 表の入ったフォルダー。
tables-problem-missing-folder-repair = フォルダーの名前と場所を確かめてください。

tables-problem-missing-file-what = 表がありません
tables-problem-missing-file-expected = 表のフォルダーに { $file } というファイルがあること。
tables-problem-missing-file-repair = ファイルを戻してください。まだ書くことがなければ、見出しの行だけで保存します。

tables-problem-unknown-file-what = 表のどれでもないファイルです
tables-problem-unknown-file-expected = 次のどれか：{ $choices }。
tables-problem-unknown-file-repair = { $suggestion ->
    [none] 別のフォルダーに移してください。
   *[other] 名前を { $suggestion } に直すか、別のフォルダーに移してください。
}

tables-problem-unreadable-file-what = ファイルを開けません
tables-problem-unreadable-file-expected = このプログラムが読めるファイル。
tables-problem-unreadable-file-repair = ほかのソフトで開いていれば閉じ、ファイルであること、読む権限があることを確かめてください。

tables-problem-wrong-encoding-what = { $line }行目、ファイルの先頭から { $position } バイトのところから文字を読めません
tables-problem-wrong-encoding-expected = 文字コードは UTF-8、BOM 付き UTF-16、または Shift_JIS。
tables-problem-wrong-encoding-repair = 表計算ソフトで開き、「CSV UTF-8」で保存し直してください。

# 見出しの行

tables-problem-empty-file-what = ファイルが空です
tables-problem-empty-file-expected = 1行目に列の名前があること。
tables-problem-empty-file-repair = 以前の版から1行目を写してください。

tables-problem-missing-column-what = 列がありません
tables-problem-missing-column-expected = 次の列：{ $choices }。
tables-problem-missing-column-repair = 1行目に { $column } という列を加え、各行に記入してください。

tables-problem-unknown-column-what = この表にはない列です
tables-problem-unknown-column-expected = 次の列：{ $choices }。
tables-problem-unknown-column-repair = { $suggestion ->
    [none] 列を取り除いてください。
   *[other] 名前を { $suggestion } に直すか、取り除いてください。
}

tables-problem-duplicate-column-what = 同じ列が二つあります
tables-problem-duplicate-column-expected = 列は一つずつ。
tables-problem-duplicate-column-repair = { $column } の列を一つだけ残してください。

# 行

tables-problem-broken-quotes-what = 引用符が閉じていないか、場所がちがうため、行を区切れません
tables-problem-broken-quotes-expected = 引用符はセル全体を囲み、中では二つ重ねます（"例 ""このように"""）。
tables-problem-broken-quotes-repair = 表計算ソフトから保存し直すか（引用符は自動で付きます）、この行と一つ前の行を直してください。

tables-problem-too-many-cells-what = 1行目は { $width } 列なのに、セルが { $count } あります
tables-problem-too-many-cells-expected = セルは { $width } まで。
tables-problem-too-many-cells-repair = コンマを含む文は引用符で囲みます。最後の列より右のセルは消してください。

tables-problem-duplicate-what = 同じものが { $first_file } の{ $first_row }行目にあります
tables-problem-duplicate-expected = 一度だけ現れること。
tables-problem-duplicate-repair = どちらかを別のものに変えるか、行を消してください。

# セル

tables-problem-invisible-character-what = { $position }文字目に、目に見えない文字 { $character } があります
tables-problem-invisible-character-expected = 目に見える文字。
tables-problem-invisible-character-repair = その文字を消すか、貼り付けずに打ち直してください。

tables-problem-lost-characters-what = 保存したときに文字が失われています
tables-problem-lost-characters-expected = 疑問符に置きかわる前の、もとの文字。
tables-problem-lost-characters-repair = 以前の表から文字を取り直し、「CSV UTF-8」で保存してください。

tables-problem-missing-value-what = 空欄です
tables-problem-missing-value-expected = 「{ $heading }」の値。
tables-problem-missing-value-repair = 記入するか、行ごと消してください。

tables-problem-missing-translation-what = 訳がありません
tables-problem-missing-translation-expected = 「{ $heading }」がどの言語にもあること。今あるもの：{ $present }
tables-problem-missing-translation-repair = { $column } の列に、この言語の文を書いてください。

tables-problem-missing-source-what = 出典がありません
tables-problem-missing-source-expected = sources.csv にある出典キー。
tables-problem-missing-source-repair = どこに書かれているかを記入してください。出典のない事実は載せられません。

tables-problem-not-a-slug-what = ID の形ではありません
tables-problem-not-a-slug-expected = 半角の小文字 a〜z と数字、その間のハイフン一つずつ（例 nanohana-plaza）。
tables-problem-not-a-slug-repair = { $suggestion ->
    [none] 半角の英数字で ID を決めてください。
   *[other] { $suggestion } ではありませんか。この ID を使うほかの表も直します。
}

tables-problem-not-a-key-what = キーの形ではありません
tables-problem-not-a-key-expected = 半角の英字と数字、その間のハイフン一つずつ（例 city-page）。
tables-problem-not-a-key-repair = { $suggestion ->
    [none] 半角の英数字でキーを決めてください。
   *[other] { $suggestion } ではありませんか。このキーを使うほかの表も直します。
}

tables-problem-not-a-word-what = 語の形になっていません
tables-problem-not-a-word-expected = 半角の小文字 a〜z と数字、その間に一つずつの下線（例 sister_city）。
tables-problem-not-a-word-repair = { $suggestion ->
    [none] 半角の英小文字だけで決めてください。
   *[other] { $suggestion } ではありませんか。この語を使うほかの表も直します。
}

tables-problem-not-a-choice-what = この列で使える語ではありません
tables-problem-not-a-choice-expected = 次のどれか：{ $choices }。
tables-problem-not-a-choice-repair = { $suggestion ->
    [none] この中から選んでください。
   *[other] { $suggestion } ではありませんか。
}

tables-problem-not-a-date-what = 日付として読めません
tables-problem-not-a-date-expected = { $also ->
    [none] 2018-04-01、2018-04、2018 のどれか。出典と同じ細かさで書きます。
   *[other] 2018-04-01、2018-04、2018 のどれか（出典と同じ細かさ）、または { $also }。
}
tables-problem-not-a-date-repair = { $suggestion ->
    [none] 年月日をハイフンでつなぎ、セルの書式を「文字列」にしてください。
   *[other] { $suggestion } ではありませんか。セルの書式を「文字列」にすると、書きかえられません。
}

tables-problem-not-a-period-what = 日付や期間として読めません
tables-problem-not-a-period-expected = 2011-11-19、2013-11、1987 のどれか。年のない日は --06-28、期間は前から後へ 1995/2004（年は両端に書くか、どちらにも書かない）。
tables-problem-not-a-period-repair = { $suggestion ->
    [none] 年月日をハイフンでつなぎ、セルの書式を「文字列」にしてください。
   *[other] { $suggestion } ではありませんか。セルの書式を「文字列」にすると、書きかえられません。
}

tables-problem-not-a-number-what = 度の数ではありません
tables-problem-not-a-number-expected = 小数で表した度（例 141.126389）。
tables-problem-not-a-number-repair = { $suggestion ->
    [none] 分と秒は小数に直し、° や「北緯」などは書きません。
   *[other] { $suggestion } ではありませんか。
}

tables-problem-not-an-address-what = アドレスではありません
tables-problem-not-an-address-expected = http:// または https:// で始まり、空白のないアドレス。
tables-problem-not-an-address-repair = ブラウザーのアドレス欄から写してください。

tables-problem-not-a-language-what = 言語コードではありません
tables-problem-not-a-language-expected = ja、en、zh-Hant、ko のような言語コード。
tables-problem-not-a-language-repair = コードを確かめてください。日本語は jp でなく ja、韓国語は kr でなく ko、中国語は cn でなく zh です。

tables-problem-not-a-country-what = 国コードではありません
tables-problem-not-a-country-expected = JP や KR のような ISO 3166-1 の大文字二字。
tables-problem-not-a-country-repair = { $suggestion ->
    [none] コードを確かめてください。日本は JP、韓国は KR、オーストリアは AT です。
   *[other] { $suggestion } ではありませんか。
}

tables-problem-empty-entry-what = 空の項目がある並びです
tables-problem-empty-entry-expected = 間にセミコロンを一つずつ置いた並び（例 language;culture）。
tables-problem-empty-entry-repair = 初めや終わりのセミコロン、二つ続いたセミコロンを取り除いてください。

tables-problem-repeated-entry-what = 並びに { $entry } が二つあります
tables-problem-repeated-entry-expected = 一つずつ。
tables-problem-repeated-entry-repair = どちらかを消してください。

tables-problem-out-of-range-what = 地球上にない点です
tables-problem-out-of-range-expected = 経度は −180〜180、緯度は −90〜90。
tables-problem-out-of-range-repair = 小数点を確かめてください。今は経度 { $lon }、緯度 { $lat } です。

# 表と表のあいだ

tables-problem-swapped-coordinates-what = 経度と緯度が入れかわっているようです
tables-problem-swapped-coordinates-expected = 経度が先、緯度があと。日本ならおよそ 140 と 36 です。
tables-problem-swapped-coordinates-repair = 経度を { $lat }、緯度を { $lon } にしてください。

tables-problem-zero-coordinates-what = 経度も緯度も 0 で、アフリカ沖の海を指します
tables-problem-zero-coordinates-expected = その場所の点。
tables-problem-zero-coordinates-repair = 座標を調べてください。わからなければ行を消します。

tables-problem-outside-country-what = 点が { $country } の国の外にあります
tables-problem-outside-country-expected = その対象の表に書かれた国の中の点。
tables-problem-outside-country-repair = マイナスと桁を確かめてください。今は経度 { $lon }、緯度 { $lat } です。南緯と西経が負です。

tables-problem-unequal-lists-what = 出典は { $sources }、箇所は { $locators } で、数が合いません
tables-problem-unequal-lists-expected = 出典一つに箇所一つ、同じ順。
tables-problem-unequal-lists-repair = 足りないほうを、セミコロンで区切って補ってください。

tables-problem-unknown-source-what = { $entry } という出典がありません
tables-problem-unknown-source-expected = { $choices } にあるキー。
tables-problem-unknown-source-repair = { $suggestion ->
    [none] 先に sources.csv に出典を書いてください。
   *[other] { $suggestion } ではありませんか。ちがうなら、先に sources.csv に出典を書きます。
}

tables-problem-unknown-kind-what = { $entry } というつながりの種類がありません
tables-problem-unknown-kind-expected = kinds.csv にある ID：{ $choices }。
tables-problem-unknown-kind-repair = { $suggestion ->
    [none] この中から選ぶか、先に kinds.csv に種類を書いてください。
   *[other] { $suggestion } ではありませんか。ちがうなら、先に kinds.csv に種類を書きます。
}

tables-problem-unknown-id-what = { $entry } という ID のものがありません
tables-problem-unknown-id-expected = 次の表にある ID：{ $choices }。
tables-problem-unknown-id-repair = { $suggestion ->
    [none] 先にその表に書くか、ID を直してください。
   *[other] { $suggestion } ではありませんか。ちがうなら、先にその表に書きます。
}

tables-problem-wrong-kind-what = { $entry } は { $found } のもので、この列には書けません
tables-problem-wrong-kind-expected = 次の表にある ID：{ $choices }。
tables-problem-wrong-kind-repair = その表の ID から選んでください。

tables-problem-dangling-tie-what = つながりの先がありません。{ $entry } という ID のものがないためです
tables-problem-dangling-tie-expected = 次の表にある ID：{ $choices }。
tables-problem-dangling-tie-repair = { $suggestion ->
    [none] 先にその表に書くか、ID を直すか、つながりを消してください。
   *[other] { $suggestion } ではありませんか。ちがうなら、先にその表に書くか、つながりを消します。
}

tables-problem-tie-to-itself-what = つながりの両端が同じです
tables-problem-tie-to-itself-expected = 二つのちがう ID。
tables-problem-tie-to-itself-repair = どちらかの端を直してください。

tables-problem-wrong-ends-what = 「{ $tie }」のつながりの端が { $found_kind } になっています
tables-problem-wrong-ends-expected = この端は、{ $kinds }。
tables-problem-wrong-ends-repair = 両端を入れかえるか、ID を直すか、種類を選び直してください。

tables-problem-taken-word-what = links.csv の関係の種類と同じ語です
tables-problem-taken-word-expected = つながりの種類だけの語。
tables-problem-taken-word-repair = ほかの語に変え、ties.csv も合わせて直してください。

tables-problem-missing-placeholder-what = 名前の入るところがありません
tables-problem-missing-placeholder-expected = 二つの名前が入るところのある文：{ $places }。
tables-problem-missing-placeholder-repair = 名前を入れたいところに、これを書き加えてください：{ $choices }

tables-problem-orphan-what = どこともつながりがありません
tables-problem-orphan-expected = ties.csv か links.csv に、これを指す行が一つはあること。
tables-problem-orphan-repair = ほかとの関係を書くか、行を消してください。

# コマンドの報告

tables-report-row = { $row }行目
tables-report-typed = 入力
tables-report-expected = あるべき形
tables-report-repair = 直し方
tables-report-total = { $files }個のファイルに問題が{ $problems }件あります。
tables-report-fine = 表に問題はありません：もの・ひと・所 { $nodes }、つながり { $edges }、出典 { $sources }。
