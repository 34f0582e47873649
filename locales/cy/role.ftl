## Roles

# term
role-carer = Gofalwr maeth cymorth i deuluoedd
# term
role-supervisor = Gweithiwr cymdeithasol goruchwyliol
role-family-worker = Gweithiwr cymdeithasol y teulu
role-team-manager = Rheolwr tîm
# term
role-safeguarding-lead = Arweinydd diogelu
# term
role-programme-manager = Rheolwr y rhaglen
# term
role-programme-officer = Swyddog y rhaglen
# term
role-parent = Rhiant neu oedolyn arall sy’n gofalu gartref
# term
role-child = Plentyn / person ifanc
# term
role-evaluator = Gwerthuswr
# term
role-funder = Cyllidwr
# term
role-commissioner = Comisiynydd
# term
role-auditor = Archwilydd
# term
role-administrator = Gweinyddwr
role-job = Y gwasanaeth ei hun
role-public = Rhywun nad oedd wedi mewngofnodi
role-site-token = System arall
role-task-link = Rhywun â dolen untro

## What each role does, for the pages that give and explain roles

role-carer-hint = Mae’n gweithio wrth ochr hyd at bedwar teulu yn eu bywyd bob dydd.
role-supervisor-hint = Mae’n goruchwylio’r gofalwr maeth ar ran yr awdurdod.
role-family-worker-hint = Mae’n atgyfeirio’r teulu ac yn dal ei gynllun gyda’r awdurdod.
role-team-manager-hint = Mae’n awdurdodi arosiadau ac yn symud teuluoedd rhwng gweithwyr cymdeithasol.
role-safeguarding-lead-hint = Mae’n darllen pob pryder ac yn cadw’r rota.
role-programme-manager-hint = Mae’n penderfynu ar atgyfeiriadau ac yn cynnal y rhestr aros ar ran yr elusen.
role-programme-officer-hint = Mae’n gweithio gyda theuluoedd, grwpiau a chofnodion ar ran yr elusen.
role-parent-hint = Yn gweld ac yn ateb yr hyn sydd wedi’i ysgrifennu amdanyn nhw.
role-child-hint = Yn gweld yr hyn sydd amdanyn nhw ac yn dweud beth maen nhw’n ei feddwl.
role-evaluator-hint = Mae’n gweithio gyda data heb enwau.
role-funder-hint = Yn gweld ffigurau’r grant sy’n dod ganddyn nhw.
role-commissioner-hint = Mae’n gweld ffigurau cyhoeddus, er mwyn ystyried ymuno.
role-auditor-hint = Mae’n gwirio pwy welodd beth, a pham. Nid yw’n gweld cynnwys heb fynediad brys.
role-administrator-hint = Mae’n gofalu am gyfrifon, rolau a’r system. Nid yw’n gweld cynnwys teuluoedd.

## Duties and dated readers

# term
role-duty-designated-officer = Swyddog dynodedig diogelu
role-duty-panel = Aelod o’r panel
role-duty-fund-approver = Yn cymeradwyo’r gronfa gymunedol
role-duty-fund-approver-limit = Yn cymeradwyo’r gronfa gymunedol hyd at { $sum }
role-duty-group-leader = Arweinydd grŵp
role-duty-translator = Cyfieithydd
# term
role-reader-reviewing-officer = Swyddog adolygu annibynnol
role-reader-inspector = Arolygydd
# term
role-reader-advocate = Eiriolwr

## Relations to a family, as they stand in the journal

role-relation-none = Dim perthynas
role-relation-same-site = Yn gweithio yn yr un ardal
role-relation-formerly = Arfer gweithio gyda’r teulu
role-relation-family-member = Aelod o’r teulu
role-relation-assigned = Yn gweithio gyda’r teulu
role-relation-own = Amdanyn nhw eu hunain
role-relation-break-glass = Mynediad brys
