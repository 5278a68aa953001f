### The figures page

figures-title = 数字で見る
figures-intro = つながりと活動のすべてを数で見ます。棒を選ぶと、表にそのつながりが並び、ほかのグラフは該当する部分だけが濃く残ります。
figures-intro-still = つながりと活動のすべてを数で見ます。グラフのもとになったつながりは表にあります。
figures-needs-scripts = 棒を選ぶことと表にはスクリプトが必要です。棒の内訳は各グラフの下の一覧にもあり、つながりにはそれぞれのページがあります。
figures-on-map = 地図で見る
figures-rows = つながり { $count }件
figures-as-list = 一覧で見る
figures-chart-alt = { $title }の棒グラフ。下の一覧に同じ内容があります。
figures-bar = { $place }・{ $series }：{ $number }
figures-tie = { $source }－{ $target }
figures-undated = 年の記載なし
figures-decade = { $year }年代

figures-decades-title = 年代と種類別のつながり
figures-decades-about = 資料が示す最初の年によります。あとから参照した資料の年も含みます。
figures-countries-title = 国と地域別のつながり
figures-countries-about = どこから、どの国へのつながりか。
figures-themes-title = テーマと地域別の活動
figures-themes-about = 二つのテーマにまたがる活動は両方に数えます。
figures-distances-title = 相手先までの距離（km）
figures-distances-about = 地域から相手先を表す点までの、地球上の最短距離です。

figures-table-title = すべてのつながり
figures-search = 表の中を検索
figures-csv = CSVで保存（UTF-8）
figures-csv-shift-jis = CSVで保存（Shift_JIS、Excel向け）
figures-file = kakehashi-ties.csv
figures-column-partner = つながり
figures-column-country = 国
figures-column-kind = 種類
figures-column-home = 地域
figures-column-year = 最初の年
figures-column-distance-km = 距離（km）
figures-column-themes = テーマ
figures-column-card = ページ

# Words of the table's filters
figures-grid-contains = 含む
figures-grid-not-contains = 含まない
figures-grid-equals = 等しい
figures-grid-not-equal = 等しくない
figures-grid-starts-with = 次で始まる
figures-grid-ends-with = 次で終わる
figures-grid-blank = 空である
figures-grid-not-blank = 空でない
figures-grid-less-than = より小さい
figures-grid-less-than-or-equal = 以下
figures-grid-greater-than = より大きい
figures-grid-greater-than-or-equal = 以上
figures-grid-in-range = 範囲
figures-grid-in-range-start = から
figures-grid-in-range-end = まで
figures-grid-and-condition = かつ
figures-grid-or-condition = または
figures-grid-filter-ooo = 絞り込み…
figures-grid-no-rows-to-show = 該当するものがありません。
