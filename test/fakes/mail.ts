/** A mail with everything that a mail of ours can have. */
export const mail = {
  from: 'Loadworthy <report@loadworthy.example>',
  to: 'ada@company.com',
  replyTo: 'hello@loadworthy.example',
  subject: 'Subject',
  html: '<p>Hello</p>',
  text: 'Hello',
  attachments: [
    { filename: 'call.ics', contentType: 'text/calendar; method=REQUEST', content: 'QUJD' },
  ],
  headers: { 'List-Unsubscribe': '<https://loadworthy.test/unsubscribe/1>' },
};
