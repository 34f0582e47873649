## Numbers to ring, by the clock

ring-danger-button = Mewn perygl nawr? Ffoniwch 999
ring-none = Nid oes rhifau wedi’u gosod ar gyfer yr ardal hon eto. Mewn perygl, ffoniwch 999. Fel arall, ffoniwch brif rif yr awdurdod a gofynnwch am y tîm dyletswydd.
ring-none-now = Nid oes ateb ar yr un o’r rhifau a osodwyd yr adeg hon. Mewn perygl, ffoniwch 999.
ring-others = Rhifau ar gyfer oriau eraill
ring-days-every = Bob dydd
ring-days-week = Dydd Llun i ddydd Gwener
ring-days-weekend = Dydd Sadwrn a dydd Sul
ring-hours = { $days }, { $from }–{ $to }
ring-hours-all = { $days }, unrhyw awr
ring-set-title = Rhifau i’w ffonio: { $site }
ring-set-title-all = Rhifau i’w ffonio
ring-set-intro = Mae pobl yn gweld y rhain wrth roi gwybod am bryder neu nodi cymorth brys: y rhai sy’n cael eu hateb yr awr honno yn gyntaf, yna’r lleill. Ffoniwch bob rhif unwaith cyn ei gadw.
ring-set-hours = Mae’r un amser ddwywaith yn golygu drwy’r dydd. Mae oriau dros hanner nos yn perthyn i’r diwrnod y maent yn dechrau. Nid yw gwyliau banc yn hysbys yma: mae pobl yn gweld yr holl rifau bryd hynny hefyd.
ring-set-one = Rhif { NUMBER($n) }
ring-set-name-en = Pwy sy’n ateb, yn Saesneg
ring-set-name-cy = Pwy sy’n ateb, yn Gymraeg
ring-set-number = Rhif
ring-set-days = Ar ba ddiwrnodau
ring-set-from = O
ring-set-to = Tan
ring-set-to-hint = Y diwrnod wedyn, os nad yw ar ôl yr amser cyntaf
ring-set-save = Cadw’r rhifau hyn
ring-set-saved = Mae’r rhifau wedi’u cadw.
ring-problem-name = Dywedwch pwy sy’n ateb, yn y ddwy iaith, mewn dim mwy nag 80 nod
ring-problem-number = Rhowch rif ffôn mewn digidau
ring-problem-days = Dewiswch ar ba ddiwrnodau
