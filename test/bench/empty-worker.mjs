/** What the runtime itself costs: takes the body and answers. */
export default {
  async fetch(request) {
    await request.text();
    return Response.json({ lead: {} }, { status: 201 });
  },
};
