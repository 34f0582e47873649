## Diwedd cymorth teulu

closing-act = Dod â’r cymorth i ben
closing-title = Dod â’r cymorth i ben
closing-intro = Mae diweddu yn rhan o’r cymorth. Caiff ei drafod â’r teulu yn gyntaf, ac mae’n enwi’r hyn maen nhw wedi’i gyflawni.
closing-ends-title = Beth sy’n dod i ben gydag ef
closing-ends-match = Mae lle’r gofalwr maeth yn rhydd eto, ac nid yw’r gofalwr maeth yn darllen y cofnod mwyach.
closing-ends-planned = Caiff ymweliadau ac adolygiadau sydd wedi’u trefnu o hyd eu canslo. Nid yw’n cyfrif yn erbyn neb.
closing-ends-later = Ddeuddeg a phedwar mis ar hugain ar ôl yr atgyfeiriad, gofynnir i’r awdurdod ble mae pob plentyn yn byw.
closing-unread = { $concerns ->
    [zero] Mae pob pryder am y teulu hwn wedi’i ddarllen.
    [one] Cododd rhywun bryder am y teulu hwn, a does neb arall wedi’i ddarllen. Ni all y cymorth ddod i ben cyn hynny.
    [two] Codwyd { NUMBER($concerns) } bryder am y teulu hwn, a does neb arall wedi’u darllen. Ni all y cymorth ddod i ben cyn hynny.
    [few] Codwyd { NUMBER($concerns) } phryder am y teulu hwn, a does neb arall wedi’u darllen. Ni all y cymorth ddod i ben cyn hynny.
    [many] Codwyd { NUMBER($concerns) } phryder am y teulu hwn, a does neb arall wedi’u darllen. Ni all y cymorth ddod i ben cyn hynny.
   *[other] Codwyd { NUMBER($concerns) } pryder am y teulu hwn, a does neb arall wedi’u darllen. Ni all y cymorth ddod i ben cyn hynny.
}
closing-unread-read = Darllen y pryderon
closing-on = Diwrnod olaf y cymorth
closing-reason = Pam mae’r cymorth yn dod i ben
closing-reason-was = Pam daeth y cymorth i ben
closing-reason-goals-met = Mae pethau fel roedd y teulu eisiau, neu’n agos at hynny
closing-reason-family-chose = Nid yw’r teulu eisiau rhagor ohono
closing-reason-moved = Symudodd y teulu i ffwrdd
closing-reason-other-help = Mae rhywbeth arall yn helpu’n well
closing-reason-entered-care = Daeth plentyn i ofal
closing-reason-other = Rhywbeth arall
closing-words = Mwy am pam
closing-achieved = Beth gafodd ei gyflawni
closing-achieved-hint = Mae’n sefyll ym mhob llythyr, yn y geiriau hyn. Dywedwch ef wrth y teulu: beth wnaethon nhw, beth sy’n wahanol nawr, beth gallan nhw fod yn falch ohono.
closing-sees = y bobl sy’n gweithio gyda’r teulu hwn ac, yn eu llythyrau, y teulu
closing-staff-see = y bobl sy’n gweithio gyda’r teulu hwn
closing-lives = Ble mae { $child } yn byw heddiw?
closing-care-kind = Os mewn gofal: pa fath
closing-care-none = Nid mewn gofal
closing-care-since = Os mewn gofal: ers pryd
closing-goal-ending-reached = Mae fel roedden nhw eisiau
closing-goal-ending-changed = Daeth nod arall yn ei le
closing-goal-ending-let-go = Nid yw o bwys mwyach
closing-goals-title = Beth ddaeth o bob nod
closing-children-title = Ble mae pob plentyn yn byw
closing-send = Dod â’r cymorth i ben
closing-saved = Mae’r cymorth wedi dod i ben. Nawr gall pob un ohonyn nhw gael llythyr.

## Beth sydd o’i le

closing-problem-day = Rhowch ddiwrnod olaf y cymorth
closing-problem-not-supported = Nid yw’r teulu hwn wedi cael gofalwr maeth, felly does dim i ddod i ben
closing-problem-is-closed = Daeth y cymorth i ben ar { $on }
closing-problem-too-early = Roedd rhywun gyda’r teulu ar { $earliest }: rhowch y diwrnod hwnnw neu un diweddarach
closing-problem-to-come = Mae { $on } heb ddod eto: dewch â’r cymorth i ben ar ei ddiwrnod olaf neu ar ôl hynny
closing-problem-reason = Dywedwch pam mae’r cymorth yn dod i ben
closing-problem-words = Dywedwch mewn geiriau beth yw’r rheswm
closing-problem-achieved = Dywedwch beth gafodd ei gyflawni, waeth pa mor fach
closing-problem-lives = Dywedwch ble mae { $child } yn byw
closing-problem-care = { $child }: mewn gofal. Dywedwch pa fath, ac ers pryd
closing-problem-no-care = { $child }: ni ddywedwyd mewn gofal. Gadewch y math a’r diwrnod yn wag
closing-problem-care-later = { $child }: ni all gofal ddechrau ar ôl diwrnod olaf y cymorth
closing-problem-goal = Dywedwch beth ddaeth o’r nod hwn
closing-problem-stale = Newidiodd rhywun bobl neu nodau’r teulu yn y cyfamser. Edrychwch ar y ffurflen eto: mae’r hyn a deipioch yma o hyd.

## Ar ôl y cymorth

closing-after-title = Ar ôl y cymorth
closing-after-none = Nid yw’r cymorth i’r teulu hwn wedi dod i ben.
closing-ended = Daeth y cymorth i ben ar { $on }
closing-from-to = O { $begun } tan { $on }
closing-by = Nodwyd gan { $name }
closing-letters-title = Llythyrau
closing-letters-intro = Un i bob darllenydd, gyda’r hyn y gall y person hwnnw ei weld a dim byd arall.
closing-letter-for = { $name }, { $role }
closing-again = Atgyfeirio’r teulu hwn eto
closing-line = Daeth y cymorth i ben
closing-banner = Daeth y cymorth i ben ar { $on }
closing-ring-carer = Ffoniwch { $carers }
closing-ring-why = Daeth eu gwaith gyda theulu i ben ar { $on }. Gofynnwch sut maen nhw.

## Y llythyr

closing-letter-title = Mae’r cymorth wedi dod i ben
closing-letter-went = Parhaodd y cymorth i’r teulu hwn o { $begun } tan { $on }.
closing-letter-went-to = Parhaodd y cymorth tan { $on }.
closing-letter-reason-goals-met = Mae’n dod i ben am fod pethau fel roedd y teulu eisiau, neu’n agos at hynny.
closing-letter-reason-family-chose = Mae’n dod i ben am mai dyna benderfynodd y teulu.
closing-letter-reason-moved = Mae’n dod i ben am fod y teulu wedi symud i ffwrdd.
closing-letter-reason-other-help = Mae’n dod i ben am fod rhywbeth arall yn helpu’n well nawr.
closing-letter-reason-entered-care = Mae’n dod i ben am fod plentyn wedi dod i ofal.
closing-letter-reason-other = Mae’n dod i ben am ei reswm ei hun.
closing-letter-achieved = Beth gafodd ei gyflawni
closing-letter-goals = Nodau
closing-letter-goal-began = Ar y dechrau
closing-letter-goal-ended = Ar y diwedd
closing-letter-goal-came-to = Beth ddaeth ohono
closing-letter-together = Amser gyda’n gilydd
closing-letter-visits = Ymweliadau a ddigwyddodd
closing-letter-level-first = Cymorth ar y dechrau
closing-letter-level-last = Cymorth ar y diwedd
closing-letter-now = Beth sy’n dod nawr
closing-letter-later = Beth amser ar ôl yr atgyfeiriad, gofynnir i’r awdurdod ble mae pob plentyn yn byw, er mwyn i ni ddysgu beth mae’r cymorth hwn yn ei newid. Does neb yn ymweld i wneud hynny, a does gan y teulu ddim i’w wneud.
closing-letter-later-on = Gofynnir ym mis { $month }
closing-letter-come-back = I ofyn am gymorth eto, ffoniwch { $number }.
closing-letter-come-back-worker = I ofyn am gymorth eto, siaradwch â gweithiwr cymdeithasol y teulu.
closing-letter-children = Ble roedd pob plentyn yn byw ar y diwrnod olaf
