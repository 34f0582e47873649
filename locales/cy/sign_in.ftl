## Sign in

# term
sign-in-title = Mewngofnodi
sign-in-intro = Allwedd mynediad yw’r ffordd gyflymaf: mae’ch ffôn neu’ch cyfrifiadur yn eich adnabod drwy’ch bys, eich wyneb neu’ch PIN.
sign-in-email = Cyfeiriad e-bost
sign-in-password = Cyfrinair
sign-in-password-show = Dangos y cyfrinair
sign-in-password-hide = Cuddio’r cyfrinair
sign-in-password-paste = Gallwch ei ludo neu adael i’ch porwr ei lenwi.
# term
sign-in-continue = Mewngofnodi
sign-in-with-passkey = Mewngofnodi ag allwedd mynediad
sign-in-with-password = Mewngofnodi â chyfrinair
sign-in-or = neu
sign-in-code-title = Rhowch eich cod
sign-in-code = Cod
sign-in-code-hint = Y chwe ffigur y mae’ch ap dilysu’n eu dangos nawr.
# term
sign-in-code-continue = Parhau
sign-in-recovery-instead = Nid yw fy ffôn gen i: defnyddio cod adfer
sign-in-recovery-title = Defnyddio cod adfer
sign-in-recovery-code = Cod adfer
sign-in-recovery-hint = Mae pob cod yn gweithio unwaith.
sign-in-recovery-left =
    { $n ->
        [zero] Does gennych chi ddim codau adfer ar ôl. Gwnewch rai newydd heddiw.
        [one] Mae gennych chi 1 cod adfer ar ôl. Gwnewch rai newydd heddiw.
        [two] Mae gennych chi { $n } god adfer ar ôl.
        [few] Mae gennych chi { $n } chod adfer ar ôl.
        [many] Mae gennych chi { $n } chod adfer ar ôl.
       *[other] Mae gennych chi { $n } cod adfer ar ôl.
    }
sign-in-forgotten = Alla i ddim mewngofnodi
sign-in-forgotten-body = Gofynnwch i weinyddwr eich ardal am ddolen newydd. Byddan nhw’n eich ffonio’n gyntaf.
sign-in-welcome-back = Rydych yn ôl lle’r oeddech chi.
sign-in-first-title = Agor eich cyfrif
sign-in-first-intro = Mae’r ddolen hon yn agor un cyfrif, unwaith. Dewiswch sut y byddwch yn mewngofnodi.
sign-in-first-passkey = Defnyddio allwedd mynediad
sign-in-first-password = Dewis cyfrinair
sign-in-first-password-hint = O leiaf 12 nod. Mae tri gair y byddwch yn eu cofio yn dda.
sign-in-first-expired-title = Nid yw’r ddolen hon yn gweithio
sign-in-first-expired-body = Cafodd ei defnyddio’n barod, neu mae’n rhy hen. Gofynnwch am un newydd.

## Problems

sign-in-problem-empty-email = Rhowch eich cyfeiriad e-bost
sign-in-problem-empty-password = Rhowch eich cyfrinair
sign-in-problem-wrong = Nid yw’r cyfeiriad e-bost, y cyfrinair neu’r cod yn gywir. Nid ydym yn dweud mwy, er mwyn diogelwch.
sign-in-problem-code = Nid yw’r cod yn gywir. Arhoswch am yr un nesaf a rhowch gynnig arall arni.
sign-in-problem-code-used = Cafodd y cod hwnnw ei ddefnyddio’n barod. Arhoswch am yr un nesaf.
sign-in-problem-recovery = Nid yw’r cod adfer yn gywir, neu cafodd ei ddefnyddio’n barod.
sign-in-problem-passkey = Ni weithiodd yr allwedd mynediad. Rhowch gynnig arall arni, neu mewngofnodwch â chyfrinair.
sign-in-problem-passkey-stopped = Ni ddefnyddiwyd yr allwedd mynediad. Does dim wedi newid.
sign-in-problem-passkey-none = Nid yw’r porwr hwn yn deall allweddi mynediad. Defnyddiwch gyfrinair.
sign-in-problem-throttled =
    { $minutes ->
        [zero] Gormod o gynigion. Rhowch gynnig arall arni nawr.
        [one] Gormod o gynigion. Arhoswch { $minutes } funud a rhowch gynnig arall arni.
        [two] Gormod o gynigion. Arhoswch { $minutes } funud a rhowch gynnig arall arni.
        [few] Gormod o gynigion. Arhoswch { $minutes } munud a rhowch gynnig arall arni.
        [many] Gormod o gynigion. Arhoswch { $minutes } munud a rhowch gynnig arall arni.
       *[other] Gormod o gynigion. Arhoswch { $minutes } munud a rhowch gynnig arall arni.
    }
sign-in-problem-password-short = Defnyddiwch o leiaf { NUMBER($min) } o nodau
sign-in-problem-password-long = Defnyddiwch { NUMBER($max) } o nodau ar y mwyaf
sign-in-problem-password-common = Mae’r cyfrinair hwnnw ar restrau y mae lladron yn eu defnyddio. Dewiswch un arall.
sign-in-problem-password-name = Peidiwch â defnyddio eich enw na’ch cyfeiriad e-bost yn y cyfrinair
sign-in-problem-expired = Fe wnaethoch chi aros yn rhy hir. Dechreuwch eto.

## Signed out

sign-in-out-title = Rydych wedi allgofnodi
sign-in-out-body = Ar ffôn neu gyfrifiadur sy’n cael ei rannu, caewch y ffenestr hon hefyd.
sign-in-out-again = Mewngofnodi eto
sign-in-ended-title = Mae’ch mewngofnodi wedi dod i ben
sign-in-ended-body = Roedd yn rhy bell yn ôl, neu cafodd ei derfynu o rywle arall. Mewngofnodwch eto: mae’ch geiriau wedi’u cadw.

## Prove it is you again

sign-in-again-title = Profwch mai chi sydd yno
sign-in-again-body = Mae angen prawf newydd ar gyfer yr hyn rydych ar fin ei wneud. Mae’n para deng munud.
sign-in-again-passkey = Defnyddio fy allwedd mynediad
sign-in-again-password = Defnyddio fy nghyfrinair a’m cod
sign-in-again-script = Mae angen sgript ar allwedd mynediad, ac nid yw’ch porwr yn ei rhedeg. Caniatewch sgriptiau ar gyfer y gwasanaeth hwn, neu ychwanegwch ap dilysu ar ddyfais arall.
sign-in-again-why-address = Rydych yn agor cyfeiriad sydd wedi’i ddiogelu.
sign-in-again-why-export = Rydych yn tynnu enwau allan o’r gwasanaeth.
sign-in-again-why-role = Rydych yn newid yr hyn y caiff rhywun ei wneud.
sign-in-again-why-contact = Rydych yn newid sut mae cyrraedd rhywun.

## A second way of proving who you are

sign-in-second-title = Ychwanegu ail brawf
sign-in-second-intro = Mae staff yn profi pwy ydyn nhw mewn dwy ffordd cyn gweld teuluoedd. Gwnewch hynny unwaith; mae’n cymryd dau funud.
sign-in-second-passkey = Ychwanegu allwedd mynediad
sign-in-second-passkey-hint = Y symlaf: dim i’w deipio, ac ni all neb ei chael oddi wrthych drwy dwyll.
sign-in-passkey-script = Mae angen sgript ar allwedd mynediad, ac nid yw’ch porwr yn ei rhedeg. Caniatewch sgriptiau ar gyfer y gwasanaeth hwn, neu defnyddiwch ap dilysu.
sign-in-second-app = Defnyddio ap dilysu
sign-in-second-app-hint = Mae ap ar eich ffôn yn dangos cod newydd bob 30 eiliad.
sign-in-second-app-scan = Sganiwch y llun hwn â’r ap
sign-in-second-app-scan-alternative = Llun i’r ap dilysu. Mae’r un allwedd wedi’i hysgrifennu isod.
sign-in-second-app-key = Neu teipiwch yr allwedd hon i’r ap
sign-in-second-app-code = Y cod y mae’r ap yn ei ddangos
sign-in-second-app-add = Ychwanegu’r ap
sign-in-second-added = Mae’r ail brawf wedi’i ychwanegu.
sign-in-second-later = Nid nawr
sign-in-codes-title = Eich codau adfer
sign-in-codes-intro = Os byddwch yn colli’ch ffôn, bydd un o’r rhain yn eich gadael i mewn. Mae pob un yn gweithio unwaith. Dim ond nawr y maen nhw’n cael eu dangos.
sign-in-codes-keep = Argraffwch nhw, neu ysgrifennwch nhw a’u cadw ar wahân i’ch ffôn.
sign-in-codes-kept = Rwyf wedi’u cadw
sign-in-codes-new = Gwneud codau adfer newydd
sign-in-codes-new-hint = Bydd yr hen rai’n stopio gweithio.

## My account

# term
sign-in-account-title = Fy nghyfrif
sign-in-account-name = Enw
sign-in-account-email = Cyfeiriad e-bost
sign-in-account-roles = Fy rolau
sign-in-account-roles-none = Does gennych chi ddim rôl eto. Gweinyddwr sy’n ei rhoi.
sign-in-account-role-line = { $role }, { $site }, { $since }
sign-in-account-language = Ieithoedd
sign-in-account-language-speak = Iaith siarad
sign-in-account-language-read = Iaith ddarllen
sign-in-account-language-reminders = Iaith fy negeseuon atgoffa
sign-in-account-language-saved = Mae’ch ieithoedd wedi’u cadw.
sign-in-account-email-change = Newid y cyfeiriad e-bost
sign-in-account-email-new = Cyfeiriad e-bost newydd
sign-in-account-email-saved = Mae’r cyfeiriad e-bost wedi’i newid.
sign-in-account-email-taken = Dewiswch gyfeiriad arall: ni ellir defnyddio hwn
sign-in-account-proofs = Sut rwy’n mewngofnodi
sign-in-account-passkeys = Allweddi mynediad
sign-in-account-passkeys-none = Dim allwedd mynediad eto
sign-in-account-passkey-name = Enw’r allwedd mynediad hon
sign-in-account-passkey-name-hint = Er mwyn i chi ei hadnabod: “fy ffôn”
sign-in-account-passkey-add = Ychwanegu allwedd mynediad
sign-in-account-passkey-added = Allwedd mynediad wedi’i hychwanegu.
sign-in-account-passkey-remove = Tynnu’r allwedd mynediad hon
sign-in-account-passkey-removed = Allwedd mynediad wedi’i thynnu.
sign-in-account-passkey-made = Ychwanegwyd: { $day-short }
sign-in-account-passkey-used = Defnyddiwyd ddiwethaf: { $ago }
sign-in-account-last-proof = Ni allwch dynnu’r unig ffordd sydd gennych o fewngofnodi.
sign-in-account-app = Ap dilysu
sign-in-account-app-on = Yn cael ei ddefnyddio
sign-in-account-app-off = Ddim yn cael ei ddefnyddio
sign-in-account-app-remove = Rhoi’r gorau i ddefnyddio’r ap
sign-in-account-password = Cyfrinair
sign-in-account-password-set = Mae cyfrinair wedi’i osod
sign-in-account-password-none = Dim cyfrinair
sign-in-account-password-change = Newid y cyfrinair
sign-in-account-password-now = Eich cyfrinair nawr
sign-in-account-password-new = Cyfrinair newydd
sign-in-account-password-changed = Mae’r cyfrinair wedi’i newid. Rydych wedi cael eich allgofnodi ym mhob man arall.
sign-in-account-codes = Codau adfer

## Where I am signed in

sign-in-list-title = Ble rydw i wedi mewngofnodi
sign-in-list-intro = Os nad ydych yn adnabod un o’r rhain, terfynwch ef a newidiwch eich cyfrinair.
sign-in-list-this = Yr un hwn
sign-in-list-began = Mewngofnodwyd: { $when }
sign-in-list-seen = Defnyddiwyd ddiwethaf: { $ago }
sign-in-list-ends = Daw i ben: { $when }
sign-in-list-with-passkey = Ag allwedd mynediad
sign-in-list-with-password = Â chyfrinair
sign-in-list-with-code = Â chyfrinair a chod
sign-in-list-with-recovery = Â chod adfer
sign-in-list-with-demo = Yn yr arddangosiad
sign-in-list-with-link = Â dolen untro
sign-in-list-end = Allgofnodi yno
sign-in-list-end-all = Allgofnodi ym mhob man arall
sign-in-list-ended = Mae’r mewngofnodi hwnnw wedi dod i ben.
sign-in-list-none = Nid ydych wedi mewngofnodi yn unman arall.

## Demonstration only

sign-in-demo-title = Pobl yr arddangosiad
sign-in-demo-intro = Pwyswch enw i fewngofnodi fel y person hwnnw. Dim ond yn yr arddangosiad y mae’r rhestr hon.
sign-in-demo-press = Mewngofnodi fel { $name }
sign-in-demo-again = Profi ag un gwasgiad
sign-in-demo-again-hint = Yn yr arddangosiad mae un gwasgiad yn ddigon. Dim ond yma y mae’r botwm hwn.
