import type { ReactNode } from 'react';
import { table } from '#functions/mail/look.ts';

/** A table for layout: read as plain text by those who hear the mail. */
export const Table = ({ children }: { readonly children: ReactNode }) => (
  <table role="presentation" cellPadding={0} cellSpacing={0} style={table}>
    <tbody>{children}</tbody>
  </table>
);
