### ページの枠、一覧、カード、そのほか読者が目にする文

site-name = かけはし
# 表に書かれていないときの、名前の下の題と説明
site-subtitle = { $count ->
    [0] 国際交流
   *[other] { $homes }の国際交流
}
site-summary = { $count ->
    [0] 国際交流
   *[other] { $homes }の国際交流
}を、地図・つながり図・一覧で見られます。すべてのつながりに出典があります。
site-introduction = { $count ->
    [0] 国際交流
   *[other] { $homes }の国際交流
}を、一つの網として見られるようにしたものです。どの線にも出典があります。
homes-separator = と
skip-to-content = 本文へ進む
languages-label = 言語
back-to-explorer = 地図とつながりに戻る
toggle-theme = ダークモード

search-label = さがす
search-placeholder = 国・団体・活動の名前
search-clear = 検索をやめる
search-words = 「{ $words }」
search-suggestions = こちらはいかがですか：
search-line = { $what }：{ $text }
search-sort-name = 別の名前
search-sort-word = 検索のことば
search-sort-place = 場所
search-sort-country = 国
search-sort-tie = つながりの種類
search-sort-theme = テーマ
filters-label = 絞り込み
filters-clear = すべて表示
filters-set = いまの条件
filters-remove = 絞り込みを解除
filter-remove = { $name }を外す
filters-tab = 絞り込み
filter-home = 地域
filter-more-homes = ほかの地域
filter-tie = つながりの種類
filter-theme = 活動のテーマ
filter-later = 後から調べた情報も表示
filter-later-off = 後の事実は表示しない
filter-documented = 文書にないつながりをかくす
share = 共有
plain-share = どの名前にも、それだけのページがあります。共有するときは、そのアドレスをコピーしてください。
plain-link = このページへのリンク
share-copied = このページのリンクをコピーしました。
share-failed = コピーできませんでした。リンク：

tabs-label = 表示の切り替え
list-tab = 一覧
map-tab = 地図
network-tab = つながり図

list-heading = 一覧
list-hint = Enterで説明へ
list-count = { $total }件中{ $count }件
list-coming = 検索しています…
list-empty = この条件に合うものはありません。条件を一つ外してみてください。
list-empty-search = 「{ $words }」は見つかりませんでした。
list-empty-beyond = 「{ $words }」で見つかった{ $count }件は、絞り込みで隠れています。
list-themes = { $themes }
list-separator = ・
list-more = { $names }ほか{ $count }件
list-more-separator = 、
list-tie = { $kind }
group-partners = 交流先
group-homes = 地域
group-organisations-current = 現在の団体
group-organisations-former = 以前の団体
group-organisations-other = 関わりのある団体
group-activities = 活動
group-venues = 会場・施設
group-rivers = 川
group-countries = 国

map-heading = 地図
network-heading = つながり図
legend-heading = 凡例
zoom-label = 地図の大きさと位置
zoom-in = 拡大
zoom-out = 縮小
zoom-reset = もとの範囲に戻す
move-up = 上へ動かす
move-left = 左へ動かす
move-right = 右へ動かす
move-down = 下へ動かす

card-heading = 選んだもの
callout-close = この枠を閉じる
card-close = 選択を解除
card-raise = カードを画面いっぱいに広げる
card-out = 絞り込みのため、一覧や図には表示されていません。
card-note-mark = { $numbers }
card-sources-heading = 出典
card-ties-heading = 交流先とのつながり
card-no-ties = 文書には、この団体の交流先は書かれていません。
card-tie-no-activity = 文書には、このつながりの具体的な活動は書かれていません。
card-ends-heading = 結ばれているもの
card-dates-heading = 年月
card-contact-heading = 連絡先
card-contact-doubt = いまも続いているかどうかは、文書では確認できません。お問い合わせ先：
card-names-heading = 名前について
card-place-heading = 地図での表し方
card-place-area = 地域そのものを塗って示しています。点の位置は{ $seat }です。
card-place-seat = 点で示しています。点の位置は{ $seat }で、広さを表すものではありません。
card-country = { $country }について、まとめて見る
card-gaps-heading = 資料からは分からないこと
card-path-from = ほかの相手とのつながりを見る
card-evidence-caption = 写真の説明や資料の題名だけに出てくる活動です。
card-name-origin-ours = 日本語名は文書になく、こちらで訳したものです。

card-links-runs-out = 活動
card-links-runs-in = 行う団体・地域
card-links-with-partner-out = 相手
card-links-with-partner-in = 共同の活動
card-links-part-of-out = これを含む活動
card-links-part-of-in = この中の活動
card-links-held-at-out = 会場
card-links-held-at-in = ここでの活動
card-links-inherited-by-out = 活動を受け継いだ団体
card-links-inherited-by-in = 活動を受け継いだもとの団体
card-links-cooperates-with-out = かかわりのある相手
card-links-cooperates-with-in = かかわりのある団体・活動
card-links-on-behalf-of-out = 代わりに行う相手
card-links-on-behalf-of-in = 代わりに行う団体
card-links-located-in-out = 場所
card-links-located-in-in = ここにあるもの
card-links-flows-through-out = 流れる地域
card-links-flows-through-in = 流れる川

# 出典の中の場所を言う言葉。見出しは印刷どおりに示す。
locator-alt-text = 代替テキスト
locator-alternate-names = 別名
locator-article = 記事
locator-aside = （{ $words }）
locator-attachment-title = 資料の題名
locator-body = 本文
locator-caption = 写真の説明
locator-heading = 見出し
locator-introduction = はじめの説明
locator-opening = はじめの段落
locator-row = 行
locator-rows = 行
locator-site-name = サイト名
locator-title = 題名
locator-update-line = 日付の行
locator-whole-page = ページ全体

later-tag = 後の出典
source-undated = 日付なし

contact-address = 住所
contact-phone = 電話
contact-fax = ファクス
contact-hours = 時間
contact-closed = 休み
contact-languages = 対応する言語
contact-other-languages = そのほかの言語

# Hours: what the page says of today, and the words in which tables state closing days
opening-open = 記載の時間では、ただいま開いています（{ $to }まで）。
opening-later = 記載の時間では、今日は{ $from }から{ $to }まで開いています。
opening-over = 記載の時間では、今日は{ $to }で終わりました。
opening-closed = 記載の休みにあたるため、今日は閉まっています。
opening-weekday = { $day }
opening-holidays = 祝日
opening-to = 〜
opening-separator = 、

# ひとつのことのページ

card-page-trail = このページの位置
card-page-map = つながりの地図
card-page-explore = 地図とつながり図で見る
card-page-neighbours = 同じ種類のほかのもの
card-page-prev = 前
card-page-next = 次

welcome-kicker = はじめに
welcome-title = ここから世界へ、世界からここへ
welcome-text = { $count ->
    [0] 表にはまだ何も書かれていません。
   *[other] { $homes }は、{ $countries }か国・{ $partners }の交流先と結ばれています。{ $activities ->
        [0] どれも出典つきで紹介しています。
       *[other] { $activities }の活動を、出典つきで紹介しています。
    }
}
ways-further = 文書にないつながりも見る（{ $count }）
welcome-countries = 交流先の国
welcome-how = 一覧・地図・つながり図のどこからでも選べます。選ぶと、ここにくわしい内容が出ます。

path-heading = 二つのつながりをたどる
path-how = 二つを選ぶと、いちばん近いつながりを文で示します。
path-from = 1つ目
path-to = 2つ目
path-choose = 選んでください
path-none = { $source }と{ $target }は、このデータの中ではつながっていません。
path-same = 同じものです。

compare-heading = { $homes }をくらべる
compare-how = 印ひとつが活動ひとつです（テーマが二つ以上の活動もあります）。数をタップすると、名前と出典が出ます。
compare-theme = テーマ
compare-separator = {"、"}

timeline-heading = 年表
timeline-how = 出典に日付のあるものだけを、古い順にならべました。「後の出典」は、もとの{ $documents ->
    [2] 二つの文書
   *[other] 文書
}より後に調べたページによるものです。

notice-unknown = リンクの一部を読み取れなかったため、その部分を除いて表示しています。
announce-selected = 選択：{ $name }、{ $kind }。つながり { $count }件。
announce-selected-alone = 選択：{ $name }、{ $kind }。
announce-cleared = 選択を解除しました。
announce-list = { $total }件中{ $count }件を表示

footer-about-heading = { $name }について
footer-contact = 問い合わせ先：{ $contact }
footer-licence = 利用の条件：{ $licence }
footer-pages-heading = くわしく
footer-present = スライドで見る
downloads-heading = データをダウンロード
download-network-json = つながり（JSON）
download-graphml = つながり（GraphML、Gephi用）
download-places = 場所（GeoJSON、地図ソフト用）
download-tables = 表（CSV、表計算ソフト用）

lost-title = そのページはありません
lost-intro = 宛先がちがっているか、ページの場所が変わっています。次のページからお進みください。
countries-title = 国ごとに見る
countries-intro = 国ごとに、相手、つながり、担う団体、活動、年月、出典をまとめました。
countries-there = その国にあるもの
countries-groups = つながりを担う団体
countries-no-activity = 文書には、この国との具体的な活動は書かれていません。
reading-contents = このページの内容
gaps-title = 資料からは分からないこと
gaps-intro = 出典が書いていないこと、二通りに書いていることを、どちらかに決めずにそのまま示します。
gaps-none = いまのところ、書かれているものはありません。
sources-title = 出典
sources-intro = このデータの事実は、すべて次のどこかに書かれています。カードの番号は、出典の中の場所を指します。「¶」は段落の番号です。
sources-documents = もとになった{ $documents ->
    [2] 二つの文書
   *[other] 文書
}
sources-later = 後から調べたページ
sources-later-intro = 協定の日付や今の名前などは、文書とは別のページによります。「後から調べた情報も表示」を切ると、すべてかくれます。

accessibility-title = 使いやすさについて
accessibility-intro = だれでも使えるように、WCAG 2.2 の AA と JIS X 8341-3:2016 を目標に作っています。
accessibility-keyboard-heading = キーボード
accessibility-keyboard = 一覧がいちばんの近道です。Tab キーで進み、Enter で選び、もう一度の Enter で説明に移り、Esc で一覧に戻り、続けて Esc を押すと、つながり図の枠を閉じ、選択を解除します。地図とつながり図はそれぞれ一度の Tab で入り、矢印キーで移ります。
accessibility-screen-reader-heading = 読み上げ
accessibility-screen-reader = 地図とつながり図の内容は、すべて一覧とカードでも読めます。選ぶと、その名前・種類・つながりの数が読み上げられます。
accessibility-seeing-heading = 見え方
accessibility-seeing = 文字は 200 % まで大きくできます。ライトモードとダークモードがあり、種類は色だけでなく形と言葉でも区別しています。
accessibility-motion-heading = 動き
accessibility-motion = 動きをへらす設定にしていると、線の動きや画面の移動は止まります。
accessibility-touch-heading = 指での操作
accessibility-touch = すべて一本の指の軽いタップでできます。つまむ動作や引く動作はなくてもかまいません。
accessibility-limits-heading = できていないこと
accessibility-limits = 地図の海岸線や国の形は、読み上げでは伝わりません。場所は国の名前で示しています。

map-disclaimer = 国境は日本の学校用地図帳の表し方に沿って簡略にえがいたもので、領土についての立場を示すものではありません。地図のもとは Natural Earth、川の流れは GSHHG（LGPL）、地点の一部は GeoNames（CC BY 4.0）です。

# つながりの名前と、種類ごとの意味

tie-name = { $source }と{ $target }
