# 表を編集する人のための自動生成の一覧：docs/reference/。

guide-title = 表と列の一覧
guide-made = このページは、プログラムがもつ表の定義から `{ $command }` で作られます。手では直しません。
guide-intro = 表は `{ $folder }` にある CSV ファイルです。1行目に列の名前があります（順番は問いません）。「必須」の列はどの行にも書きます。
guide-localised = 名前の終わりが `{ $codes }` の列は、プログラムの言語ごとに一つずつあります。

guide-tables-heading = 表
guide-table-heading = { $title }：`{ $file }`
guide-table-required = このファイルは必ず置きます。書くことがなければ1行目だけにします。
guide-table-optional = このファイルはなくてもかまいません。
guide-unique = { $columns } がすべて同じ行は、二つ置けません。
guide-id-unique = ID は、すべての表を通して一度だけ使います。

guide-column = 列
guide-heading = 意味
guide-must = 必須
guide-holds = 書けるもの
guide-hint = 書き方
guide-yes = 必須
guide-no = { "" }

guide-type-slug = ID
guide-type-key = キー
guide-type-word = 語
guide-type-reference-entity = ほかの表の ID
guide-type-reference-tie = ties.csv の ID
guide-type-reference = { $tables } の ID
guide-type-reference-source = sources.csv のキー
guide-type-reference-theme = themes.csv の ID
guide-type-reference-kind = kinds.csv の ID
guide-type-enum = 次のどれか：{ $words }
guide-type-text = 文
guide-type-date = 日付
guide-type-period = 日付または期間
guide-type-longitude = 度（−180〜180）
guide-type-latitude = 度（−90〜90）
guide-type-url = ページのアドレス
guide-type-language = 言語コード
guide-type-country = 国コード
guide-type-many = { $type }。二つ以上は `;` で区切る
guide-type-also = { $type }、または { $words }
guide-or = {"、または"}

guide-ties-heading = どれとどれを結べるか
guide-ties-intro = つながりと関係の種類と、それぞれの起点・終点になれるものです。
guide-ties-kind = 表に書く語
guide-ties-name = 画面での名前
guide-ties-file = 表
guide-ties-between = `between` にそう書いた種類
guide-ties-from = 起点
guide-ties-to = 終点

guide-problems-heading = 点検の文
guide-problems-intro = 点検が出す文のすべてです。「{ $blank }」には、表で見つかったものが入ります。
guide-problems-what = 文
guide-problems-expected = あるべき形
guide-problems-repair = 直し方
