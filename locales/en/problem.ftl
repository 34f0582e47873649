## Titles of problems other systems get from the interface; the code in the address is the same word

problem-title = Problem: { $code }
problem-intro = What this answer of the interface means.
problem-unauthenticated = A valid token is needed
problem-not-found = There is no such thing, or it is not open to you
problem-forbidden = This token may not do that
problem-step-up = The person must prove who they are again
problem-validation = Some fields need another look
problem-stale = It was changed since you read it
problem-precondition-required = Send If-Match with the version you read
problem-idempotency-reused = That idempotency key was used for another body
problem-idempotency-missing = Send an Idempotency-Key
problem-too-large = The body is too large
problem-too-many = Too many requests
problem-bad-json = The body is not the JSON we expect
problem-unsupported-media = Send application/json
problem-not-acceptable = We can only answer in application/json
problem-method = That address does not take this method
problem-unavailable = The service is busy; try again
problem-read-only = The service can read but not save just now
problem-decided = It was decided already
problem-refused = The rules of the programme do not allow it
problem-agreement = No information sharing agreement is in force
problem-limit = The limit is 1 to 100
problem-cursor = That page marker is not ours
problem-unexpected = Something went wrong; nothing was saved
problem-internal-code = Quote this code: { $code }
