/** What tables' and columns' names tell of how a table grows. */

/** As an ORM calls it, `OrderItem`, in the words of a database: `order_item`; of a path in Firestore the last part. */
export const words = (name: string): string =>
  name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Words of tables that an owner fills by hand. */
export const REFERENCE =
  /(^|_)(categor(y|ies)|settings?|config(s|uration)?|roles?|permissions?|types?|plans?|tiers?|countr(y|ies)|cities|regions?|states|languages?|currenc(y|ies)|features?|flags?|templates?|options?|levels?|badges?|achievements?|faqs?|banners?|menus?|menu_items?|tables|units?|labels?|pages|themes?|colou?rs|sizes|brands?|makes?|years?|departments?|amenities|specialt(y|ies)|providers|pricing|packages|promo(_codes?|s)?|coupons?|payment_methods|skills|industries|configurac\w+|configuraci\w+|planos|planes|pa[ií]ses|ciudades|cidades|estados|monedas|moedas|idiomas|permisos|permissoes|departamentos|especialidades|unidades|marcas)$|^(tipos?|lookup|ref|enum)_/;

/** Words of tables that are as long as a shop has staff, rooms or offers, where none of them signs up alone. */
export const HOUSE =
  /(^|_)(admins?|staff|employees?|suppliers?|lenders?|organi[sz]ations?|doctors?|dentists?|teachers?|barbers?|stylists?|instructors?|trainers?|coaches|technicians?|rooms?|spaces?|resources?|venues?|zones?|stores|branch(es)?|warehouses?|clinics?|services?|treatments?|offers?|deals?|rules|job_posts?|questionnaire_items|slides?|testimonials?|partners?|sponsors?|blogs?|blog_posts?|articles?|news(_items)?|conductores|choferes|motoristas|profesores|professores|veh[ií]culos|ve[ií]culos|sucursales|filiais|series|cuentas?_banco|contas?_banc\w+)$/;

/** Who works for the owner: as many as are employed. */
export const STAFF_MEMBERS =
  /(^|_)(admin|internal|staff|system|back_?office)_?(users?|members?|profiles?)$/;

/** Who works for one of many shops or companies. */
export const HOUSE_MEMBERS =
  /(^|_)(store|shop|restaurant|clinic|company|organi[sz]ation|org|business|salon|school|branch|hotel|workspace|tenant|doctor|employee|staff)_?(schedules?|shifts?|members?|users?|staff|employees?|roles?|admins?)$/;

/** Who has an account: of one of many houses those who work there. */
export const SIGNED_IN = /^(users?|profiles?|accounts?|user_profiles?|usuarios?|perfis)$/;

/** What an organiser announces: long only where visitors announce too. */
export const ANNOUNCED = /(^|_)(events?|eventos?|announcements?)$/;

/** Words of tables that hold a few rows for each parent. */
export const PARTS =
  /(^|_)(cart|cart_items?|order_items?|line_items?|user_roles?|roles?|preferences?|settings?|address(es)?|variants?|modifiers?|extras?|add_?ons?|images?|photos?|attachments?|options?|tags?|steps?|questions|answers|availability|hours|schedules?|subscriptions?|integrations?|memberships?|api_keys|sessions|accounts|devices|tokens|wallets?|profiles|support_\w+|(team|clan|group|project|room|trip|household|family|staff)_(members?|users|players))$/;

/** Words of what happens again and again: each use of the app adds a row, for one visitor as for all. */
export const HAPPENS =
  /(^|_)(messages?|mensa(gens|jes)|chats?|conversations?|threads?|comments?|comentarios|repl(y|ies)|posts?|stor(y|ies)|feeds?|orders?|pedidos?|commandes|pesanan|bookings?|reservations?|reservas?|appointments?|agendamentos?|citas|visits?|visitas?|consult(ation)?s?|consultas?|prescriptions?|vitals|payments?|pagamentos?|pagos?|transac(tion|oe|cione)s?|transaksi|invoices?|facturas?|expenses?|despesas|gastos|incomes?|receitas|sales?|vendas?|ventas?|purchases?|compras?|deposits?|withdrawals?|transfers?|trades?|movements?|movimentac\w+|movimient\w+|lancamentos?|ledgers?|(\w*)logs?|events?|eventos?|activit(y|ies)|histor(y|ies|ial|ico)|audits?|notifications?|notifica\w+|alerts?|emails?|records?|registros?|results?|scores?|attempts?|submissions?|responses?|entr(y|ies)|readings?|measurements?|metrics?|analytics|stats|snapshots?|attendances?|check_?ins?|shifts?|tasks?|tarefas|tareas|todos?|tickets?|requests?|claims?|reports?|issues?|reviews?|ratings?|feedbacks?|likes?|reactions?|votes?|views?|clicks?|follow(s|ers?)|friend(s|ships?)?|match(es)?|leads?|contacts?|customers?|clients?|clientes?|patients?|pacientes?|students?|alunos?|guests?|rsvps?|attendees?|participants?|registrations?|enrol?lments?|subscribers?|users?|usuarios?|documents?|notes?|journals?|meals?|workouts?|generations?|holdings?|listings?|referrals?)$/;

/** Words of what is between one visitor and another, or between her and the owner: nobody else's business. */
export const PRIVATE =
  /(^|_)(messages?|chats?|conversations?|threads?|orders?|pedidos?|bookings?|reservations?|appointments?|payments?|transactions?|invoices?|notifications?|users?|customers?|clients?|patients?|students?|guests?|applications?|agreements?|contracts?|documents?|leads?|emails?|records?|prescriptions?)$/;

/** Who is here, where, and how far along: written by every open screen. */
export const PRESENCE =
  /presence|online|status(es)?$|typing|cursors?|positions?$|locations?$|progress|sessions?$|games?$|lobb(y|ies)$|queues?$|bids?$/;

/** Words of what a shop or a community lists: long where it is read whole. */
export const CATALOG =
  /(^|_)(products?|produtos?|productos?|propert(y|ies)|vehicles?|cars|jobs?|videos?|songs?|recipes?|courses?|compan(y|ies)|vendors?|assets?|members?|projects?|books?|campaigns?|photos?|albums?|media|files?)$/;

/** Of these an owner lists some dozens or hundreds, where none of them names the visitor who added it. */
export const SHOP =
  /(^|_)(products?|produtos?|productos?|vehicles?|cars|videos?|songs?|recipes?|courses?|books?|albums?)$/;

/** What happens once and is then closed: a few rows belong to each. */
export const EPISODE =
  /^(order|booking|reservation|appointment|visit|session|ride|trip|invoice|payment|transaction|sale|purchase|shift|class|lesson|exam|quiz|test|game|meeting|interview|request|quotation|quote|estimate|claim|submission|survey|consultation|prescription|meal|workout|delivery|shipment|expense|pedido|venda|venta|compra|reserva|agendamento|cita|consulta|viaje|movimiento)_?id$/i;
/** Of these even one visitor or one parent gathers many. */
export const TALK =
  /(^|_)(messages?|mensa(gens|jes)|reactions?|likes?|votes?|readings?|locations?|positions?|views?)$/;

export const PEOPLE = /^(auth\.users|users?|profiles?|accounts?|members?|customers?|clients?)$/i;
export const PERSON_COLUMN =
  /^(user|owner|author|creator|sender|customer|client|buyer|seller|profile|member|patient|student)_?id$/i;
/** One of these is as good as the whole app to those who work in it. */
export const TENANT_COLUMN =
  /^(org|organi[sz]ation|tenant|company|workspace|business|shop|store|restaurant|clinic|school|hotel|branch|agency|church|salon|barbershop|gym|club|firm|empresa|negocio|loja|tienda|azienda|igreja|iglesia|restaurante|clinica|escola|escuela)_?id$/i;
/** One of these has as many visitors as the app where each of them leaves something there. */
export const OCCASION_COLUMN = /^(event|evento|tournament|campaign|competition)_?id$/i;
/** When a row came to be or last changed: nothing of it lies ahead. */
export const PAST_COLUMN =
  /^(created|inserted|sent|occurred|updated|logged|visited|viewed|recorded|detected|received|started|completed)_?(at|on|date)$|^timestamp$/i;
export const TIME_COLUMN = /^(created|inserted|sent|occurred|updated)_?at$|^(date|timestamp)$/i;
/** Columns of which each value stands for a large share of the rows. */
export const COARSE_COLUMN =
  /^(is_|has_)|(^|_)(status|state|type|kind|role|category|active|published|visible|enabled|archived|deleted|read|gender|priority|level|stage)$/i;
