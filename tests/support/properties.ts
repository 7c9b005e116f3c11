import fc from 'fast-check'

// A check of a submission asks the same questions each time; everywhere else each run asks new ones.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_123 })
