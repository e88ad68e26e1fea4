declare namespace App {
  interface Locals {
    /** Numbers the citations of the article that is being rendered; set by its layout. */
    cite?: (id: string) => import('./citations.ts').Citation;
  }
}
