import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { createLink } from './create-link.ts';
import { getLink } from './get-link.ts';
import { createImport, importResultView, importView, previewImport } from './import-links.ts';
import {
  createImportInput,
  createLinkInput,
  importLinksInput,
  linkIdInput,
  linksOfPaymentInput,
  listLinksInput,
  sendLinkMailInput,
} from './link-input.ts';
import { linkConnectionView, linkDetailView, linkView, toLinkView } from './link-view.ts';
import { linksOfPayment, linksOfPaymentView } from './links-of-payment.ts';
import { listLinkConnections } from './list-link-connections.ts';
import { listLinks } from './list-links.ts';
import { sendLinkMail } from './send-link-mail.ts';
import { withdrawLink } from './withdraw-link.ts';

const link = procedureWith('link');

export const linksRouter = router({
  list: link
    .input(listLinksInput)
    .output(z.object({ rows: z.array(linkView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listLinks(ctx.deps, ctx.memberships, input)),

  get: link
    .input(linkIdInput)
    .output(linkDetailView)
    .query(({ ctx, input }) => getLink(ctx.deps, ctx.memberships, input.linkId)),

  connections: link
    .output(z.object({ rows: z.array(linkConnectionView), last: z.string().nullable() }))
    .query(({ ctx }) => listLinkConnections(ctx.deps, ctx)),

  ofPayment: procedureWith('see')
    .input(linksOfPaymentInput)
    .output(linksOfPaymentView)
    .query(({ ctx, input }) => linksOfPayment(ctx.deps, ctx.memberships, input.paymentId)),

  create: link
    .input(createLinkInput)
    .output(linkView)
    .mutation(async ({ ctx, input }) => toLinkView(await createLink(ctx.deps, ctx, input))),

  withdraw: link
    .input(linkIdInput)
    .output(linkView)
    .mutation(async ({ ctx, input }) =>
      toLinkView(await withdrawLink(ctx.deps, ctx, input.linkId)),
    ),

  sendMail: link
    .input(sendLinkMailInput)
    .output(linkDetailView)
    .mutation(({ ctx, input }) => sendLinkMail(ctx.deps, ctx, input)),

  previewImport: link
    .input(importLinksInput)
    .output(importView)
    .mutation(({ ctx, input }) => previewImport(ctx.deps, ctx, input)),

  createImport: link
    .input(createImportInput)
    .output(importResultView)
    .mutation(({ ctx, input }) => createImport(ctx.deps, ctx, input)),
});
