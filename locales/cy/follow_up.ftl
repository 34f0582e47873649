## Ddeuddeg a phedwar mis ar hugain ar ôl yr atgyfeiriad

follow-up-title = Ble mae pob plentyn yn byw nawr
follow-up-intro = Dywedwch beth mae cofnod yr awdurdod yn ei ddweud. Os nad yw’n gwybod, dywedwch hynny: mae hynny’n ateb hefyd.
follow-up-heading = Beth sy’n hysbys yn ddiweddarach
follow-up-none = Does dim wedi’i nodi eto.
follow-up-which = Faint o amser ar ôl yr atgyfeiriad
follow-up-which-12-months = Ddeuddeg mis ar ôl yr atgyfeiriad
follow-up-which-24-months = Pedwar mis ar hugain ar ôl yr atgyfeiriad
follow-up-due = { $which }: gofynnir erbyn { $on }
follow-up-due-since = { $which }: gofynnwyd erbyn { $on }
follow-up-write = Ei nodi
follow-up-right = Ei gywiro
follow-up-on = Y diwrnod yr edrychwyd ar y cofnod
follow-up-lives = Ble mae { $child } yn byw nawr?
follow-up-care-kind = Os bu { $child } mewn gofal ers yr atgyfeiriad: pa fath gyntaf
follow-up-care-none = Dim mewn gofal ers yr atgyfeiriad
follow-up-care-since = Os felly: ers pryd
follow-up-source = Pwy sy’n dweud
follow-up-words = Unrhyw beth arall sy’n werth ei wybod
follow-up-send = Ei gadw
follow-up-saved = Diolch. Mae’r hyn sy’n hysbys yn ddiweddarach wedi’i gadw.
follow-up-said = { $which }, edrychwyd ar { $on }
follow-up-is-put-right = Wedi’i gywiro
follow-up-care-line = { $kind } ers { $on }

follow-up-problem-which = Dywedwch pa un o’r ddau ydyw
follow-up-problem-day = Rhowch y diwrnod yr edrychwyd ar y cofnod
follow-up-problem-source = Dywedwch pwy sy’n dweud
follow-up-problem-not-supported = Nid yw’r teulu hwn wedi cael gofalwr maeth: mae’r hyn a ddaeth ohonynt gyda’u hatgyfeiriad
follow-up-problem-already = Mae hwn wedi’i nodi’n barod. Cywirwch ef lle mae’n sefyll
follow-up-problem-too-early = Gellir ei nodi o { $earliest }
follow-up-problem-to-come = Mae { $on } heb ddod eto
follow-up-problem-lives = Dywedwch ble mae { $child } yn byw
follow-up-problem-care = { $child }: dywedwch pa fath o ofal, ac ers pryd
follow-up-problem-care-when = { $child }: rhaid bod y gofal wedi dechrau ar ôl yr atgyfeiriad, ac erbyn y diwrnod yr edrychwyd ar y cofnod
follow-up-problem-stale = Newidiodd rhywun bobl y teulu, neu nodwyd hwn yn y cyfamser. Edrychwch ar y ffurflen eto: mae’r hyn a deipioch yma o hyd.
