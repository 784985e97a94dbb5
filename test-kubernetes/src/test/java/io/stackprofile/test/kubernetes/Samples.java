package io.stackprofile.test.kubernetes;

/** Objects that several tests send. */
final class Samples {

    static final String DEPLOYMENT = """
            {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},
            'spec':{'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':{'app':'web'}},
            'spec':{'containers':[{'name':'web','image':'example.org/web:1','ports':[{'containerPort':80}]}]}}}}""";

    static final String SERVICE = """
            {'apiVersion':'v1','kind':'Service','metadata':{'name':'web'},
            'spec':{'selector':{'app':'web'},'ports':[{'port':80}]}}""";

    static final String WIDGETS = """
            {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
            'metadata':{'name':'widgets.example.org'},
            'spec':{'group':'example.org','scope':'Namespaced',
            'names':{'plural':'widgets','kind':'Widget','shortNames':['wd']},
            'versions':[{'name':'v1','served':true,'storage':true,'subresources':{'status':{}},
            'schema':{'openAPIV3Schema':{'type':'object','properties':{
            'spec':{'type':'object','required':['note'],'properties':{
            'note':{'type':'string'},
            'size':{'type':'integer','default':3},
            'colour':{'type':'string','enum':['red','green']},
            'parts':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['id'],
            'items':{'type':'object','properties':{'id':{'type':'string'},'count':{'type':'integer'}}}},
            'tags':{'type':'array','items':{'type':'string'}},
            'free':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}},
            'status':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}}}}]}}""";

    private Samples() {}
}
