## The journal as people see it

journal-title = Dyddlyfr
journal-intro = Pob agoriad a phob newid. Ni ellir golygu cofnodion na’u tynnu.
journal-intro-auditor = Penawdau’n unig: pwy, beth, pryd a pham. Nid yw’r hyn a ysgrifennwyd yn cael ei ddangos.
journal-empty = Dim cofnodion
journal-caption = Cofnodion y dyddlyfr, y diweddaraf yn gyntaf
journal-column-when = Pryd
journal-column-who = Pwy
journal-column-role = Fel
journal-column-relation = Perthynas
journal-column-what = Beth
journal-column-record = Cofnod
journal-column-why = Pam
journal-column-book = Llyfr
journal-column-number = Rhif
# term
journal-book-family = Teulu
journal-book-carer = Gofalwr maeth
# term
journal-book-site = Ardal y rhaglen
journal-book-actor = Person
# term
journal-book-allegation = Honiad
journal-filter-person = Person
journal-filter-record = Cofnod
journal-filter-from = O
journal-filter-to = Hyd at
journal-verify-hint = Gall y gweinyddwr wirio’r dyddlyfr cyfan â’r gorchymyn susd verify.
journal-checkpoint-last = Pwynt gwirio diwethaf: { $when }
journal-checkpoint-none = Dim pwynt gwirio eto

## Why

journal-reason-none = Nid oes angen rheswm
journal-reason-work = Rhan o’r gwaith
journal-reason-own = Cofnod amdanyn nhw eu hunain
journal-reason-break-glass = Mynediad brys
journal-reason-visit = I ymweld heddiw
journal-reason-safety = I gadw rhywun yn ddiogel
journal-reason-post = I anfon llythyr
journal-reason-correct = I’w gywiro
journal-reason-danger = Gall plentyn neu oedolyn fod mewn perygl nawr
journal-reason-out-of-hours = Ni ellir cyrraedd y bobl sy’n adnabod y teulu
journal-reason-court = Mae llys neu’r heddlu’n gofyn, ac ni all aros
journal-reason-audit = Ymchwilio i bwy agorodd gofnod
journal-reason-refused = Gwrthodwyd

## What was done, one sentence for each action. The name stands in a column of its own.

journal-action-see-public-page = Agorwyd tudalen gyhoeddus
journal-action-sign-in = Mewngofnodwyd
journal-action-read-health = Gofynnwyd a yw’r gwasanaeth yn iawn
journal-action-see-home = Agorwyd yr hafan
journal-action-see-own-account = Agorwyd eu cyfrif eu hunain
journal-action-change-own-account = Newidiwyd eu cyfrif eu hunain
journal-action-end-own-sign-in = Allgofnodwyd
journal-action-review-words = Agorwyd y cyfieithiadau drafft
journal-action-search-people = Chwiliwyd am bobl
journal-action-refer = Atgyfeiriwyd teulu
journal-action-refer-by-link = Llenwyd atgyfeiriad drwy ddolen untro
journal-action-import-referrals = Derbyniodd atgyfeiriadau o ffeil, neu edrychodd ar un
journal-action-list-referrals = Agorwyd y rhestr atgyfeiriadau
journal-action-open-referral = Agorwyd yr atgyfeiriad
journal-action-decide-referral = Penderfynwyd ar yr atgyfeiriad
journal-action-withdraw-referral = Tynnwyd yr atgyfeiriad yn ôl
journal-action-add-referral-entry = Ychwanegwyd cofnod at yr atgyfeiriad
journal-action-list-waiting = Agorwyd y rhestr aros
journal-action-list-likeness = Agorwyd y rhestr o deuluoedd a all fod yr un
journal-action-settle-likeness = Edrychwyd a yw dau deulu’n un
journal-action-export-waiting = Lawrlwythwyd y rhestr aros
journal-action-list-families = Agorwyd y rhestr deuluoedd
journal-action-open-family = Agorwyd tudalen y teulu
journal-action-open-family-history = Agorwyd hanes y teulu
journal-action-see-who-looked = Edrychwyd ar bwy sydd wedi edrych
journal-action-open-protected-address = Agorwyd cyfeiriad sydd wedi’i ddiogelu
journal-action-export-family = Tynnwyd cofnod y teulu allan
journal-action-see-own-part = Agorwyd eu rhan eu hunain
journal-action-see-safety = Agorwyd y ffeithiau diogelwch
journal-action-list-accounts = Agorwyd y rhestr bobl
journal-action-open-account = Agorwyd cyfrif
journal-action-invite-account = Gwahoddwyd person
journal-action-propose-role = Cynigiwyd rôl
journal-action-confirm-role = Cadarnhawyd rôl
journal-action-end-role = Daethpwyd â rôl i ben
journal-action-end-sign-in = Terfynwyd mewngofnodi rhywun
journal-action-change-contact = Newidiwyd manylion cyswllt rhywun
journal-action-open-site = Agorwyd ardal y rhaglen
journal-action-list-agreements = Agorwyd y rhestr gytundebau
journal-action-record-agreement = Cofnodwyd cytundeb
journal-action-make-token = Gwnaed tocyn i system arall
journal-action-ask-break-glass = Gofynnwyd am fynediad brys
journal-action-review-break-glass = Agorwyd mynediad brys i’w adolygu
journal-action-list-break-glass = Agorwyd y rhestr mynediad brys
journal-action-read-journal-headers = Darllenwyd penawdau’r dyddlyfr
journal-action-make-checkpoint = Gwnaed pwynt gwirio o’r dyddlyfr
journal-action-read-metrics = Darllenwyd ffigurau’r gwasanaeth
journal-refused = Gwrthodwyd: { $what }

## Kinds of record

journal-object-public = Tudalen gyhoeddus
journal-object-own = Amdanyn nhw eu hunain
journal-object-lists = Rhestr
journal-object-system = Y gwasanaeth
# term
journal-object-site = Ardal y rhaglen
# term
journal-object-family = Teulu
# term
journal-object-referral = Atgyfeiriad
journal-object-person = Person
journal-object-account = Cyfrif
journal-object-address = Cyfeiriad
journal-object-grant = Rôl
journal-object-break-glass = Mynediad brys
journal-object-likeness = Gallant fod yr un
journal-object-task-link = Dolen untro
journal-who-as = { $who }, { $role }
journal-reason-collect = I nôl plentyn neu ddod â phlentyn adref
journal-reason-letter = I anfon llythyr
journal-reason-emergency = Gall rhywun fod mewn perygl

journal-action-enrol-second-factor = Gosodwyd ail brawf
journal-action-make-own-token = Gwnaed tocyn eu hunain
journal-action-end-own-token = Terfynwyd tocyn eu hunain
journal-action-see-own-acts = Darllenwyd yr hyn maen nhw wedi’i wneud
journal-action-make-site = Dechreuwyd ardal y rhaglen
journal-action-refused = Gwrthodwyd
journal-action-signed-in = Mewngofnodwyd
journal-action-proved-again = Profwyd eto pwy ydyn nhw
journal-action-signed-out = Allgofnodwyd, neu daeth mewngofnodi i ben
journal-action-recovery-code-used = Defnyddiwyd cod adfer
journal-action-account-made = Gwnaed cyfrif
journal-action-account-changed = Newidiwyd cyfrif
journal-action-account-invited = Gwnaed dolen gyntaf
journal-action-invitation-used = Defnyddiwyd dolen gyntaf
journal-action-role-asked = Dywedwyd pam mae angen rôl
journal-action-role-proposed = Cynigiwyd rôl
journal-action-role-confirmed = Cadarnhawyd rôl
journal-action-role-declined = Gwrthodwyd rôl
journal-action-role-ended = Daethpwyd â rôl i ben
journal-action-duty-changed = Rhoddwyd neu daethpwyd â dyletswydd i ben
journal-action-assigned = Gofynnwyd i rywun weithio gyda’r teulu
journal-action-assignment-ended = Daeth gwaith rhywun gyda’r teulu i ben
journal-action-member-added = Rhoddwyd i rywun o’r teulu weld eu rhan eu hunain
journal-action-member-ended = Daeth golwg rhywun o’r teulu i ben
journal-action-protected = Diogelwyd rhywun o’r teulu
journal-action-protection-ended = Daeth diogelu rhywun i ben
journal-action-site-made = Dechreuwyd ardal y rhaglen
journal-action-site-places-set = Gosodwyd faint o deuluoedd mae ardal yn eu cefnogi
journal-action-agreement-recorded = Cofnodwyd cytundeb
journal-action-glass-broken = Agorwyd y cofnod mewn argyfwng
journal-action-glass-reviewed = Adolygwyd mynediad brys
journal-action-words-reviewed = Gwiriwyd cyfieithiad
journal-action-backed-up = Gwnaed copi wrth gefn
journal-action-restored = Adferwyd copi wrth gefn
journal-acts-title = Yr hyn rwyf wedi’i wneud
journal-acts-intro = Popeth mae’r cyfrif hwn wedi’i agor a’i newid, y diweddaraf yn gyntaf. Dim ond chi a’r archwilydd sy’n gallu gweld hyn.
journal-acts-caption = Yr hyn rydych wedi’i wneud
journal-book-deployment = Y gwasanaeth
journal-filter-person-hint = Cyfeiriad e-bost eu cyfrif
journal-filter-record-hint = Cyfeirnod teulu neu atgyfeiriad
journal-problem-person = Nid oes cyfrif â’r cyfeiriad e-bost hwn
journal-problem-record = Nid oes cofnod â’r cyfeirnod hwn
journal-showing = Yn dangos

journal-record = { $kind } { $reference }
journal-action-token-made = Gwnaed tocyn
journal-action-token-ended = Terfynwyd tocyn
journal-action-passkey-added = Ychwanegwyd allwedd mynediad
journal-action-passkey-removed = Tynnwyd allwedd mynediad
journal-action-signed-out-elsewhere = Terfynwyd pob mewngofnodi arall o’u heiddo
journal-action-person-erased = Dilëwyd y geiriau am berson
journal-object-token = Tocyn
journal-action-family-told = Dywedwyd wrth y teulu sut mae pethau
journal-action-families-joined = Unwyd y cofnod ag un arall am yr un teulu
journal-action-families-parted = Gwahanwyd y cofnod eto oddi wrth un arall
journal-action-families-kept-apart = Dywedwyd bod cofnod tebyg am deulu arall
journal-action-likeness-reopened = Gofynnwyd eto a yw cofnod arall am yr un teulu
journal-action-person-moved = Symudwyd rhywun i deulu arall
journal-action-person-moved-back = Symudwyd rhywun yn ôl i’r teulu
journal-object-message = Neges
journal-action-list-messages = Agorwyd y rhestr negeseuon
journal-action-send-again = Gofynnwyd am anfon rhywbeth eto
journal-action-set-sending = Gosodwyd pryd mae pobl yn cael llonydd
journal-action-message-again = Gofynnwyd am anfon rhywbeth eto
journal-action-link-made = Gofynnwyd i rywun o’r tu allan atgyfeirio
journal-action-link-ended = Tynnwyd dolen untro yn ôl
journal-action-site-sending-set = Gosodwyd pryd mae pobl yn cael llonydd
