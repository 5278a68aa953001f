# タッチパネルで見られたもの：python -m dashboard usage

commands-usage = タッチパネルで何が見られたかを示す
usage-since = 数えはじめる日
usage-state = 集計をしまうフォルダー
usage-output = すべての集計を表計算ソフト用のファイル（CSV）に書く。「-」は標準出力
usage-cannot-read = 集計を読めません：{ $reason }
usage-none = まだ何も数えられていません。

usage-days = 日ごと
usage-selections = 見られたもの
usage-languages = 選ばれた言語
usage-total = 合計

usage-kind-start = はじめた回数
usage-kind-select = 選択
usage-kind-language = 言語の切り替え
usage-kind-reset = はじめに戻った回数

usage-column-day = 日付
usage-column-kind = 種類
usage-column-id = ID
usage-column-name = 名前
usage-column-number = 回数
