# つながりの言葉：ものの種類、つながりの種類とその文、記載のしかた、数。

kind-home = 地域
kind-organisation = 団体
kind-organisation-current = 現在の団体
kind-organisation-former = 以前の団体
kind-partner = 交流先
kind-activity = 活動
kind-venue = 会場・施設
kind-river = 川
kind-country = 国

tie-kind-runs = 実施
tie-kind-with-partner = 相手
tie-kind-part-of = 一部
tie-kind-held-at = 会場
tie-kind-inherited-by = 引き継ぎ
tie-kind-cooperates-with = かかわり
tie-kind-on-behalf-of = 代理
tie-kind-located-in = 所在
tie-kind-flows-through = 流域

# つながりを文にしたもの。一つ目はつながりの向きに、二つ目（-back）は逆向きにたどるとき。どちらも $source が今いるところ、$target が着くところ。

tie-sentence-runs = { $source }の活動に「{ $target }」があります。
tie-sentence-runs-back = 「{ $source }」は{ $target }の活動です。
tie-sentence-with-partner = 「{ $source }」は{ $target }に関わる活動です。
tie-sentence-with-partner-back = { $source }に関わる活動に「{ $target }」があります。
tie-sentence-part-of = 「{ $source }」は「{ $target }」の一部です。
tie-sentence-part-of-back = 「{ $source }」には「{ $target }」が含まれます。
tie-sentence-held-at = 「{ $source }」の場所は{ $target }です。
tie-sentence-held-at-back = { $source }では「{ $target }」が行われます。
tie-sentence-inherited-by = { $source }の活動は{ $target }に引き継がれました。
tie-sentence-inherited-by-back = { $source }は{ $target }の活動を引き継ぎました。
tie-sentence-cooperates-with = { $source }は、{ $target }とのかかわりで名が挙がっています。
tie-sentence-cooperates-with-back = { $source }は、{ $target }とのかかわりで名が挙がっています。
tie-sentence-noted = { $sentence }（{ $note }）
tie-sentence-on-behalf-of = { $source }は{ $target }に代わって活動しています。
tie-sentence-on-behalf-of-back = { $source }に代わって{ $target }が活動しています。
tie-sentence-located-in = { $source }があるのは{ $target }です。
tie-sentence-located-in-back = { $source }には{ $target }があります。
tie-sentence-flows-through = { $source }は{ $target }を流れています。
tie-sentence-flows-through-back = { $source }を{ $target }が流れています。

name-use-own = 現地のことば
name-use-today = 今の名前
name-use-former = 以前の名前
name-use-as-printed = 文書の表記
name-use-short = 略称
name-use-variant = 別の表記

network-measure-degree = つながりの数
network-measure-betweenness = ほかのものの間に立つ度合い

count-homes = 地域
count-organisations = 交流団体
count-organisations-current = うち現在の団体
count-organisations-former = うち以前の団体
count-organisations-other = 関わりのある団体
count-partners = 交流先
count-partner-countries = 交流先の国
count-activities = 活動
count-activities-text = うち本文に記載
count-activities-caption = うち写真の説明などだけに記載
count-venues = 会場・施設
count-rivers = 川
count-countries = 交流先とは別に挙がる国
count-partner-ties = 交流先とのつながり
count-links = 構造の関係
count-sources = 出典
count-gaps = 出典にないこと
count-nodes = つながり図の点
count-edges = つながり図の線
network-view-no-activity = 活動の記載なし
