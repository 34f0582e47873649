## Roles

role-carer = Family support foster carer
role-supervisor = Supervising social worker
role-family-worker = Family’s social worker
role-team-manager = Team manager
role-safeguarding-lead = Safeguarding lead
role-programme-manager = Programme manager
role-programme-officer = Programme officer
role-parent = Parent or other adult caring at home
role-child = Child / young person
role-evaluator = Evaluator
role-funder = Funder
role-commissioner = Commissioner
role-auditor = Auditor
role-administrator = Administrator
role-job = The service itself
role-public = Someone who was not signed in
role-site-token = Another system
role-task-link = Someone with a one-time link

## What each role does, for the pages that give and explain roles

role-carer-hint = Works beside up to four families in their daily life.
role-supervisor-hint = Supervises the foster carer for the authority.
role-family-worker-hint = Refers the family and holds its plan with the authority.
role-team-manager-hint = Authorises stays and moves families between social workers.
role-safeguarding-lead-hint = Reads every concern and keeps the rota.
role-programme-manager-hint = Decides referrals and runs the waiting list for the charity.
role-programme-officer-hint = Works with families, groups and records for the charity.
role-parent-hint = Sees and answers what is written about their own part.
role-child-hint = Sees their own part and says what they think.
role-evaluator-hint = Works with data without names.
role-funder-hint = Sees the counts of its own grant.
role-commissioner-hint = Sees public counts, to think about joining.
role-auditor-hint = Checks who saw what, and why. Sees no content without emergency access.
role-administrator-hint = Looks after accounts, roles and the system. Sees no family content.

## Duties and dated readers

role-duty-designated-officer = Designated Officer for Safeguarding
role-duty-panel = Panel member
role-duty-fund-approver = Approves the community fund
role-duty-fund-approver-limit = Approves the community fund up to { $sum }
role-duty-group-leader = Group leader
role-duty-translator = Translator
role-reader-reviewing-officer = Independent reviewing officer
role-reader-inspector = Inspector
role-reader-advocate = Advocate

## Relations to a family, as they stand in the journal

role-relation-none = No relation
role-relation-same-site = Works in the same programme area
role-relation-formerly = Used to work with the family
role-relation-family-member = Member of the family
role-relation-assigned = Works with the family
role-relation-own = Their own
role-relation-break-glass = Emergency access
