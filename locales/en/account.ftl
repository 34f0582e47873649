## The list of people

account-list-title = People
account-list-intro = Everyone with an account in this area, and what they may do.
account-list-empty = No accounts yet. Invite the first person.
account-list-caption = People with an account, by name
account-column-name = Name
account-column-roles = Roles
account-column-signed-in = Last signed in
account-column-state = State
account-state-invited = Invited
account-state-open = Open
account-state-closed = Closed
account-signed-in-never = Never
account-second-missing = No second proof yet

## Invite

account-invite-title = Invite a person
account-invite-name = Name
account-invite-email = Email address
account-invite-language = Language of the invitation
account-invite-role = First role
account-invite-send = Make the invitation
account-invite-made-title = Invitation made
account-invite-made-body = Give this link to { $name } yourself, by a way you trust. It works once, until { $when }.
account-invite-again = Make a new link
account-invite-problem-name = Enter the person’s name
account-invite-problem-email = Enter an email address
account-invite-problem-email-taken = An account has this email address already

## One person

account-title = Account: { $name }
account-details = Details
account-contact-change = Change contact details
account-contact-saved = The contact details are changed.
account-roles = Roles
account-roles-none = No roles
account-role-since = Since { $day-short }
account-role-until = Until { $day-short }
account-role-ended = Ended { $day-short }
account-role-ends-on = Last day
account-duties = Duties
account-duties-none = No duties

## A role needs two people

account-propose-title = Propose a role
account-propose-intro = Somebody else must confirm it before it counts.
account-propose-role = Role
account-propose-site = Programme area
account-propose-from = From
account-propose-reason = Why they need it
account-propose-send = Propose the role
account-proposed = The role is proposed. It counts when a second person confirms it.
account-proposals-title = Roles to confirm
account-proposals-empty = No roles wait to be confirmed.
account-proposal-by = Proposed by { $who }, { $when }
account-proposal-line = { $name }: { $role }, { $site }
account-confirm = Confirm the role
account-confirmed = The role is confirmed.
account-confirm-own = You proposed this yourself. Somebody else must confirm it.
account-confirm-self = You cannot confirm a role of your own.
account-refuse = Refuse
account-refused = The proposal is refused.
account-role-end = End the role
account-role-end-confirm = The person loses access the same minute.
account-role-ended-done = The role has ended.
account-problem-role = Choose a role
account-problem-site = Choose a programme area
account-problem-reason = Write why they need the role
account-problem-has-role = They have this role already
account-problem-proposed = This role is proposed already

## Sign-ins and closing

account-sign-ins = Signed in now
account-sign-ins-none = Not signed in anywhere
account-sign-in-end = End this sign-in
account-sign-in-ended = The sign-in has ended.
account-close = Close the account
account-close-hint = The person can no longer sign in. What they wrote stays.
account-closed = The account is closed.

## Tokens for other systems

account-token-title = Tokens for other systems
account-token-make = Make a token
account-token-name = What it is for
account-token-scopes = What it may do
account-token-shown-once = Copy the token now. It is shown only once.
account-token-none = No tokens
account-token-last-used = Last used { $ago }
account-token-end = End the token
account-token-ended = The token has ended.

account-role-at = { $role } ({ $site })
account-whole-house = Every programme area
account-sees = Administrators and auditors
account-open = Open the account
account-second = Second proof
account-second-done = Set up
account-language = Language
account-invite-intro = They choose how to sign in with a link that you give them. It opens nothing until a role is confirmed.
account-invite-link = Link
account-invite-once = This page is the only time the link is shown.
account-invite-again-intro = The link you gave before stops working.
account-contact-intro = They sign in with this address. Check with them in person or by telephone before you change it.
account-propose-from-hint = Leave it empty if it should count from the day it is confirmed.
account-grant-title = Role: { $role }
account-grant-person = Person
account-grant-proposed-by = Proposed by
account-grant-decided-by = Confirmed by
account-grant-stage-proposed = Waits for a second person
account-grant-stage-held = Counts
account-grant-stage-declined = Refused
account-grant-stage-ended = Ended
account-acts = What they have done
account-problem-email-same = This is the address they have now
