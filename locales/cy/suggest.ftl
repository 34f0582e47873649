## Suggestions to step: the rule and its numbers, for a person to decide

suggest-title = Gwerth edrych eto
suggest-intro = Sylwodd rheol ar hyn yn yr hyn a gofnodwyd. Ni ŵyr ddim byd arall. Chi sy’n penderfynu.
suggest-urgent = Ymweliadau brys ers { $since }: { NUMBER($counted) }. Efallai fod angen mwy o gymorth ar y teulu hwn.
suggest-below = Ers { $since } digwyddodd llai nag y mae’r lefel hon yn ei olygu, wythnos ar ôl wythnos. Wythnosau: { NUMBER($weeks) }; ymweliadau i’w disgwyl: { NUMBER($expected) }; a ddigwyddodd: { NUMBER($happened) }. A yw’r lefel yn dal i weddu, neu a oes rhywbeth yn y ffordd?
suggest-above = Ers { $since } digwyddodd mwy nag y mae’r lefel hon yn ei olygu, wythnos ar ôl wythnos. Wythnosau: { NUMBER($weeks) }; ymweliadau yn ôl y lefel: { NUMBER($expected) }; a ddigwyddodd: { NUMBER($happened) }. Efallai fod angen lefel uwch ar y teulu hwn.
suggest-missed = Ymweliadau yn olynol na ddigwyddodd, ers { $since }: { NUMBER($counted) }. Beth fyddai’n helpu?
suggest-goals = Nodau sy’n bellach i ffwrdd nag o’r blaen, ers { $since }: { NUMBER($counted) }. Beth ddaeth ar y ffordd, a beth fyddai’n helpu?
suggest-level-ended = Roedd y lefel hon i ddod i ben ar { $since }. Diwrnodau ers hynny: { NUMBER($counted) }. Beth sy’n dod nesaf?
suggest-rule-urgent = Rheol (tybiaeth): ymweliadau brys, o leiaf { NUMBER($least) } o fewn { NUMBER($days) } diwrnod
suggest-rule-below = Rheol (tybiaeth): wythnosau yn olynol { NUMBER($least) }, ac ar y mwyaf { NUMBER($percent) } o bob 100 ymweliad i’w ddisgwyl
suggest-rule-above = Rheol (tybiaeth): wythnosau yn olynol { NUMBER($least) }, ac o leiaf { NUMBER($percent) } ymweliad am bob 100 y mae’r lefel yn ei olygu
suggest-rule-missed = Rheol (tybiaeth): ymweliadau yn olynol na ddigwyddodd, o leiaf { NUMBER($least) }
suggest-rule-goals = Rheol (tybiaeth): mae nod wedi gostwng o leiaf { NUMBER($least) } allan o ddeg rhwng un marc a’r nesaf
suggest-rule-level-ended = Rheol: mae’r diwrnod y disgwylid i lefel ddod i ben wedi dod
suggest-accept = Nodi newid yn y cymorth
suggest-reason = Pam nad yw’n galw am newid
suggest-sees = pwy bynnag sy’n gweithio gyda’r teulu hwn, a’r teulu ryw ddydd
suggest-aside = Rhoi hwn o’r neilltu
suggest-aside-saved = Wedi’i roi o’r neilltu. Ni ddaw’n ôl am yr un ffeithiau.
suggest-aside-title = Wedi’u rhoi o’r neilltu
suggest-aside-caption = Awgrymiadau a roddwyd o’r neilltu
suggest-column-rule = Rheol
suggest-column-why = Pam
suggest-column-by = Gan
suggest-problem-reason = Dywedwch pam nad yw’n galw am newid
suggest-problem-gone = Mae’r hyn a gofnodwyd wedi newid, a’r awgrym hwn gydag ef. Edrychwch ar y dudalen fel y mae nawr.
